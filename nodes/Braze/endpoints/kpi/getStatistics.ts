import { fields } from '../../parts/fields';
import type { Operation, PathChoice } from '../../pipeline/operation';
import type { BrazeField } from '../../schema/field';
import { ofApp, ofSegment, unit } from '../../statistics/fields';
import { pointItems, series } from '../../statistics/series';

const kpiPath = (name: string) => ({
	path: `/kpi/${name}/data_series`,
	permission: `kpi.${name}.data_series`,
});

const choice: PathChoice = {
	key: 'kpi',
	of: {
		dau: kpiPath('dau'),
		mau: kpiPath('mau'),
		newUsers: kpiPath('new_users'),
		sessions: { path: '/sessions/data_series', permission: 'sessions.data_series' },
		uninstalls: kpiPath('uninstalls'),
	},
};

const kpi: BrazeField = {
	displayName: 'KPI',
	name: 'kpi',
	type: 'options',
	default: 'newUsers',
	description: 'What is counted',
	options: [
		{ name: 'Daily Active Users', value: 'dau' },
		{
			name: 'Monthly Active Users',
			value: 'mau',
			description: 'For each day, those who were active in the 30 days up to it',
		},
		{ name: 'New Users', value: 'newUsers' },
		{ name: 'Sessions', value: 'sessions' },
		{ name: 'Uninstalls', value: 'uninstalls' },
	],
};

const ofSessions = { show: { kpi: ['sessions'] } };

export const getKpiStatistics: Operation = {
	resource: 'kpi',
	value: 'getStatistics',
	name: 'Get Statistics',
	action: 'Get KPI statistics',
	description: 'Get new users, active users, sessions or uninstalls of the apps, day by day',
	endpoint: series({
		path: choice.of.newUsers.path,
		permission: choice.of.newUsers.permission,
		choice,
		subject: [fields(kpi, { ...unit, displayOptions: ofSessions })],
		filters: [ofApp, { ...ofSegment, displayOptions: ofSessions }],
		isHourly: (read) => read('kpi') === 'sessions' && read('unit') === 'hour',
		// people who are active on two days are one person
		items: { ...pointItems, show: { kpi: ['newUsers', 'sessions', 'uninstalls'] } },
	}),
};

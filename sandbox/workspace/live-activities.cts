import { Collection } from './collection.cts';

/** An activity as the requests left it. */
export interface LiveActivity {
	/** App and activity. */
	key: string;
	/** Users that the start named; 0 for a segment or an audience. */
	users: number;
	state: unknown;
	isEnded: boolean;
}

export function openLiveActivities(): Collection<LiveActivity> {
	return new Collection<LiveActivity>([], ({ key }) => key);
}

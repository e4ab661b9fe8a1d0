import type { INodeExecutionData } from 'n8n-workflow';

/** Own properties of each user, by the name they have in the item and in the request. */
export const OWN_PROPERTIES = ['first_name', 'city', 'points'] as const;

const firstNames = ['Ada', 'Grace', 'Katherine', 'Radia', 'Margaret', 'Barbara', 'Hedy'];
const cities = ['Ghent', 'Osaka', 'Lima', 'Tromsø', 'Accra'];

/** One user as an input item. */
export interface UserItem extends INodeExecutionData {
	json: { external_user_id: string; first_name: string; city: string; points: number };
}

/** @returns input items, each a different user with three own properties */
export const buildItems = (count: number): UserItem[] =>
	Array.from({ length: count }, (_, index) => ({
		json: {
			external_user_id: `user-${String(index).padStart(7, '0')}`,
			first_name: firstNames[index % firstNames.length],
			city: cities[index % cities.length],
			points: index % 1000,
		},
		pairedItem: { item: index },
	}));

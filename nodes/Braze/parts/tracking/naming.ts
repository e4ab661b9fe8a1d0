import type { ProfileNaming } from '../profile';
import { userKeys } from './userKeys';

/** How the objects of /users/track name their user. */
export const trackNaming: ProfileNaming = {
	keys: userKeys,
	descriptions: {
		brazeId: 'An ID that no profile has creates none',
		email: 'The profile last updated where several have it; a new address creates a profile',
		externalUserId:
			'A new ID creates a profile, even where another one has the same email address already',
		phone: 'A new number creates a profile',
		userAlias: 'A new alias creates a profile only where Unknown Users is Create',
	},
};

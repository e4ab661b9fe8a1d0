/** The key that names the user in an object of /users/track, by what it is. */
export const userKeys = {
	externalUserId: 'external_id',
	userAlias: 'user_alias',
	brazeId: 'braze_id',
	email: 'email',
	phone: 'phone',
};

import { setEmailState } from '../workspace/email-state.cts';
import { setGroupState, type GroupState } from '../workspace/subscription-groups.cts';
import type { Workspace } from '../workspace/workspace.cts';
import type { Action } from './channels.cts';
import type { Subject } from './events.cts';
import { actionOfReply } from './values.cts';

/** Changes what the workspace knows of a user whose message was answered, came back or was the last one wanted. */
export function changeBy(
	workspace: Workspace,
	subject: Subject,
	values: Record<string, unknown>,
	action: Action,
	reply: string,
): void {
	const { channel = '', profile } = subject;
	if (action === 'bounce' && channel === 'email') {
		workspace.hardBounces.add({ name: String(values.email_address), at: workspace.clock.now() });
	}
	const state = stateAfter(action, reply);
	if (state === undefined || !profile) return;
	if (channel === 'email' && profile.email !== undefined) {
		setEmailState(workspace, profile.email, 'unsubscribed');
	} else if (channel.endsWith('_push')) {
		const unsubscribe = () => void (profile.push_subscription = 'unsubscribed');
		workspace.users.change(profile, unsubscribe, workspace.clock.now(), 'Push: unsubscribed');
	} else {
		const group = workspace.subscriptionGroups.find(values.subscription_group_id);
		if (group) setGroupState(workspace, group, { external_id: profile.userId }, state);
	}
}

function stateAfter(action: Action, reply: string): GroupState | undefined {
	if (action === 'unsubscribe') return 'unsubscribed';
	if (action !== 'reply') return undefined;
	const effects = {
		None: undefined,
		Subscribed: 'subscribed',
		Unsubscribed: 'unsubscribed',
	} as const;
	return effects[actionOfReply(reply)];
}

import type { Delivery } from '../records.cts';
import type { TrackedEvent, UserProfile } from '../workspace/users.cts';
import type { Workspace } from '../workspace/workspace.cts';
import { actionsOf, eventsOf, typeOf, type Action } from './channels.cts';
import { changeBy } from './consequences.cts';
import { ConnectedContent, hasContentTag } from './connected-content.cts';
import { AbortedMessage } from './content-tag.cts';
import { Current, type CurrentState } from './currents.cts';
import { eventOf, type BrazeEvent, type Subject } from './events.cts';
import type { Rendering } from './liquid.cts';
import { Postbacks, postJson, type TransactionalEmail } from './postbacks.cts';
import {
	assertLocal,
	type ContentCredential,
	type CurrentsSettings,
	type SenderSettings,
	type WebhookContent,
} from './settings.cts';
import { actionOfReply, BOUNCE_REASON, valuesOf } from './values.cts';
import { renderWebhook, Webhooks } from './webhooks.cts';
import { Wire, type SentRequest } from './wire.cts';

/** More than anybody looks at. */
const MAX_KEPT_EVENTS = 1000;

/**
 * What Braze sends by itself: events, webhook messages, states of transactional emails, callbacks, and requests
 * for Connected Content. Times are those of the sandbox's clock.
 */
export class Sender {
	readonly wire: Wire;
	/** The newest events, whoever got them. */
	readonly events: BrazeEvent[] = [];
	private readonly settings: Required<Pick<SenderSettings, 'currents' | 'credentials'>> &
		SenderSettings;
	private currents: Current[] = [];
	private content!: ConnectedContent;
	private postbacks!: Postbacks;
	private readonly webhooks: Webhooks;

	constructor(
		private readonly workspace: Workspace,
		settings: SenderSettings = {},
	) {
		this.settings = { currents: [], credentials: {}, ...settings };
		const { currents, postbacks } = this.settings;
		for (const { url } of [...currents, ...(postbacks ? [postbacks] : [])]) assertLocal(url);
		this.wire = new Wire(workspace.clock, () => workspace.tasks);
		this.webhooks = new Webhooks(this.wire, (...event) => this.raise(...event));
		this.reset();
	}

	/** Every request that the sandbox made, in order. */
	get sent(): SentRequest[] {
		return this.wire.sent;
	}

	/** How each Current stands. */
	get states(): CurrentState[] {
		return this.currents.map(({ state }) => state);
	}

	/** Sets a Current up, or one with this URL up anew, and asks its receiver whether the token is right. */
	useCurrents(settings: CurrentsSettings): void {
		assertLocal(settings.url);
		const { currents } = this.settings;
		const index = currents.findIndex(({ url }) => url === settings.url);
		const position = index === -1 ? currents.length : index;
		currents[position] = settings;
		this.currents[position] = new Current(settings, this.wire);
		this.currents[position].probe();
	}

	/** Switches every Current off. */
	endCurrents(): void {
		this.settings.currents = [];
		this.currents = [];
	}

	/** Where the states of transactional emails go from now on. */
	usePostbacks(url: string): void {
		assertLocal(url);
		this.settings.postbacks = { url };
	}

	/** What campaigns with a webhook message send from now on. */
	useWebhook(content: WebhookContent): void {
		this.settings.webhook = content;
	}

	/** Stores a credential of Connected Content. */
	useCredential(name: string, credential: ContentCredential): void {
		this.settings.credentials[name] = credential;
	}

	/** Sends what a delivery makes Braze send. */
	delivered(delivery: Delivery): void {
		const channels = channelsOf(delivery);
		if (delivery.canvasId !== undefined) this.raise('users.canvas.Entry', this.subject(delivery));
		for (const channel of channels) {
			const subject = this.subject(delivery, channel);
			const content =
				channel === 'webhook' ? this.webhookOf(delivery) : (delivery.content as object);
			if (hasContentTag(content)) this.wire.track(this.render(subject, content));
			else this.arrive(subject, content, false);
		}
	}

	/** Does what a user or a provider does with a delivery; gives the types of the events that come of it. */
	act(delivery: Delivery, action: Action, text = ''): string[] {
		const channel = channelsOf(delivery).find((key) => eventsOf(key)?.actions[action]);
		const events = channel === undefined ? undefined : eventsOf(channel);
		if (channel === undefined || !events) return [];
		const subject = this.subject(delivery, channel);
		const values: Record<string, unknown> = {};
		const names = [...(events.actions[action] ?? [])];
		if (action === 'reply') {
			const effect = actionOfReply(text);
			Object.assign(values, { message_body: text, action: effect });
			if (effect !== 'None') {
				values.subscription_status = effect;
				names.push(...(events.actions.unsubscribe ?? []));
			}
		}
		if (action === 'bounce') this.postbacks.bounce(delivery.dispatchId, BOUNCE_REASON);
		changeBy(this.workspace, subject, valuesOf(subject), action, text);
		const types = names.map((name) => typeOf(events, name));
		for (const type of types) this.raise(type, subject, values);
		return types;
	}

	/** What can be done with a delivery. */
	static actionsOf(delivery: Delivery): Action[] {
		return actionsOf(channelsOf(delivery));
	}

	/** Has something happen to a user that the sandbox does not do by itself; null for a number nobody knows. */
	event(eventType: string, userId: string | null, properties: Record<string, unknown>): BrazeEvent {
		const profile =
			userId === null ? undefined : this.workspace.users.find({ external_user_id: userId });
		const event = eventOf(this.workspace, eventType, { profile }, properties);
		event.properties = { ...event.properties, ...properties };
		this.hand(event);
		return event;
	}

	/** Tells of a custom event or a purchase that was tracked. */
	tracked(profile: UserProfile, kind: 'events' | 'purchases', event: TrackedEvent): void {
		const { name, properties, app_id, price, currency } = event;
		if (kind === 'events') {
			const values = { name, custom_properties: properties, app_id };
			this.raise('users.behaviors.CustomEvent', { profile }, values);
			return;
		}
		const values = { product_id: name, purchase_properties: properties, app_id, price, currency };
		this.raise('users.behaviors.Purchase', { profile }, values);
	}

	/** Reports what becomes of a transactional email. */
	transactional(email: TransactionalEmail): void {
		this.postbacks.report(email);
	}

	/** Calls the callback of an export; `done` hears in words what came of it. */
	callback(url: string, body: Record<string, unknown>, done: (outcome: string) => void): void {
		this.wire.track(postJson(this.wire, 'callback', url, body).then(done));
	}

	/** Sends events that wait for their batch at once. */
	flush(): void {
		for (const current of this.currents) current.flush();
	}

	/** Forgets what was and what waits; the settings stay, and Currents that stopped are on again. */
	reset(): void {
		const { currents, credentials } = this.settings;
		this.wire.reset();
		this.events.length = 0;
		this.currents = currents.map((settings) => new Current(settings, this.wire));
		this.content = new ConnectedContent(this.wire, credentials);
		this.postbacks = new Postbacks(this.wire, () => this.settings.postbacks?.url);
	}

	private async render(subject: Subject, content: object): Promise<void> {
		const rendering = this.renderingOf(subject);
		try {
			const rendered = (await this.content.renderAll(content, rendering)) as object;
			if (subject.delivery) subject.delivery.rendered = rendered;
			this.arrive(subject, rendered, true);
		} catch (error) {
			if (!(error instanceof AbortedMessage)) throw error;
			const events = eventsOf(subject.channel ?? '');
			if (subject.delivery) subject.delivery.aborted = error.message;
			if (!events) return;
			this.raise(typeOf(events, 'Abort'), subject, {
				abort_log: error.message.slice(0, 128),
				abort_type: 'liquid_abort_message',
			});
		}
	}

	private arrive(subject: Subject, content: object, isRendered: boolean): void {
		if (subject.channel === 'webhook') {
			const webhook = content as WebhookContent;
			this.webhooks.send(
				isRendered ? webhook : renderWebhook(webhook, this.renderingOf(subject)),
				subject,
			);
			return;
		}
		const events = eventsOf(subject.channel ?? '');
		if (!events) return;
		for (const name of events.arrives) this.raise(typeOf(events, name), subject);
	}

	private raise(eventType: string, subject: Subject, values: Record<string, unknown> = {}): void {
		if (this.currents.length === 0) return;
		const all = { ...valuesOf(subject), ...values };
		this.hand(eventOf(this.workspace, eventType, subject, all));
	}

	private hand(event: BrazeEvent): void {
		this.events.push(event);
		if (this.events.length > MAX_KEPT_EVENTS) this.events.shift();
		for (const current of this.currents) current.add(event);
	}

	private subject(delivery: Delivery, channel?: string): Subject {
		return { delivery, channel, profile: this.workspace.users.byId(delivery.userId) };
	}

	private renderingOf({ delivery, profile }: Subject): Rendering {
		if (!delivery) throw new Error('only what was delivered is rendered');
		return { workspace: this.workspace, delivery, profile, saved: {} };
	}

	// A message brings its webhook along; that of a campaign stands in the dashboard.
	private webhookOf({ channel, content }: Delivery): WebhookContent {
		if (channel === 'webhook') return content as WebhookContent;
		return this.settings.webhook ?? { url: 'https://example.com/hook', request_method: 'POST' };
	}
}

const channelsOf = ({ channel, channels = [] }: Delivery): string[] =>
	channel === undefined ? channels : [channel];

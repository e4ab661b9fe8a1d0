import type { IDataObject } from 'n8n-workflow';

import { isAbsent } from '../../schema/convert';
import type { BrazeField, Report } from '../../schema/field';

/** Characters on the button that opens a flow (Braze docs, WhatsApp object). */
export const MAX_FLOW_BUTTON_LENGTH = 20;

const forTypes = (...types: string[]) => ({
	show: { messageType: types.map((type) => `${type}_response_message`) },
});

/** What a reply needs: always at full width. */
export const responseFields: BrazeField[] = [
	{
		displayName: 'Body',
		name: 'body',
		wireKey: 'message.body',
		type: 'string',
		required: true,
		default: '',
		typeOptions: { rows: 3 },
		liquid: true,
		displayOptions: forTypes('carousel', 'flow', 'list', 'quick_reply', 'text'),
	},
	{
		displayName: 'Image URI',
		name: 'imageUri',
		wireKey: 'message.image_uri',
		type: 'string',
		required: true,
		default: '',
		liquid: true,
		displayOptions: forTypes('text_image'),
	},
	{
		displayName: 'Buttons',
		name: 'buttons',
		wireKey: 'message.buttons',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Button',
		required: true,
		default: {},
		minItems: 1,
		options: [
			{
				displayName: 'Button',
				name: 'button',
				values: [
					{
						displayName: 'Text',
						name: 'text',
						type: 'string',
						required: true,
						default: '',
						liquid: true,
					},
				],
			},
		],
		displayOptions: forTypes('quick_reply'),
	},
	{
		displayName: 'Flow Button Caption',
		name: 'flowButtonCaption',
		wireKey: 'message.flow_button.caption',
		type: 'string',
		required: true,
		default: '',
		description: 'On the button that opens the flow, at most 20 characters',
		maxLength: MAX_FLOW_BUTTON_LENGTH,
		liquid: true,
		displayOptions: forTypes('flow'),
	},
	{
		displayName: 'Flow ID',
		name: 'flowId',
		wireKey: 'message.flow_button.flow_id',
		type: 'string',
		required: true,
		default: '',
		description: 'A published flow of your account',
		displayOptions: forTypes('flow'),
	},
];

/** What a reply may have besides. */
export const responseParts: BrazeField[] = [
	{
		displayName: 'Caption',
		name: 'caption',
		wireKey: 'message.caption',
		type: 'string',
		default: '',
		description: 'Text below the image',
		liquid: true,
		displayOptions: forTypes('text_image'),
	},
	{
		displayName: 'Footer',
		name: 'footer',
		wireKey: 'message.footer',
		type: 'string',
		default: '',
		description: 'Small line below the text',
		liquid: true,
		displayOptions: forTypes('flow', 'list', 'quick_reply'),
	},
	{
		displayName: 'Generate Custom Attribute',
		name: 'generateCustomAttribute',
		wireKey: 'message.generate_custom_attribute',
		type: 'boolean',
		default: false,
		description: "Whether to save the answers of the flow in the user's profile",
		displayOptions: forTypes('flow'),
	},
	{
		displayName: 'Header',
		name: 'header',
		wireKey: 'message.header',
		type: 'string',
		default: '',
		description: 'Line above the text',
		liquid: true,
		displayOptions: forTypes('list'),
	},
	{
		displayName: 'Header Image URI',
		name: 'headerImageUri',
		wireKey: 'message.header_image_uri',
		type: 'string',
		default: '',
		description: "Image above the text, instead of 'Header Text'",
		liquid: true,
		displayOptions: forTypes('quick_reply'),
	},
	{
		displayName: 'Header Text',
		name: 'headerText',
		wireKey: 'message.header_text',
		type: 'string',
		default: '',
		description: 'Line above the text',
		liquid: true,
		displayOptions: forTypes('flow', 'quick_reply'),
	},
	{
		displayName: 'Preview URL',
		name: 'previewUrl',
		wireKey: 'message.preview_url',
		type: 'boolean',
		default: false,
		description: 'Whether to show a preview of the link in the text',
		displayOptions: forTypes('text'),
	},
];

/** A quick reply has one header. */
export function checkQuickReply(message: IDataObject, report: Report): void {
	if (!isAbsent(message.header_image_uri) && !isAbsent(message.header_text)) {
		report(
			'Header Image URI',
			'is given besides Header Text',
			'Keep one of the two: Braze shows one header',
		);
	}
}

import type { BrazeField } from '../../schema/field';

/** Cards of a carousel (Braze docs, WhatsApp object). */
export const MIN_CARDS = 2;
export const MAX_CARDS = 10;

/** Variables in the header of a template, and in its buttons (Braze docs, WhatsApp object). */
const MAX_HEADER_VARIABLES = 1;
const MAX_BUTTON_VARIABLES = 1;

const forTemplate = { show: { messageType: ['template_message'] } };

const variables = (field: Partial<BrazeField> & { name: string }): BrazeField => ({
	displayName: 'Variables',
	type: 'string',
	wire: 'positions',
	typeOptions: { multipleValues: true },
	default: [],
	liquid: true,
	...field,
});

const bodyVariables = variables({
	displayName: 'Body Variables',
	name: 'bodyVariables',
	description: 'Values in order',
});

const buttonVariables = variables({
	displayName: 'Button Variables',
	name: 'buttonVariables',
	maxItems: MAX_BUTTON_VARIABLES,
	description: 'End of each button address, in order; empty where it has none',
});

/** The media of a card, which is of the same type on every card. */
export const cardMedia = (uriName: string, typeName: string): BrazeField[] => [
	{
		displayName: 'Media URI',
		name: uriName,
		type: 'string',
		required: true,
		default: '',
		description: 'Web address of the image or video',
		liquid: true,
	},
	{
		displayName: 'Media Type',
		name: typeName,
		type: 'options',
		required: true,
		default: 'image',
		description: 'The same on every card',
		options: [
			{ name: 'Image', value: 'image' },
			{ name: 'Video', value: 'video' },
		],
	},
];

export const templateFields: BrazeField[] = [
	{
		displayName: 'Template Name',
		name: 'templateName',
		wireKey: 'message.template_name',
		type: 'string',
		required: true,
		default: '',
		description: 'An approved template of your account',
		displayOptions: forTemplate,
	},
	{
		displayName: 'Template Language',
		name: 'templateLanguageCode',
		wireKey: 'message.template_language_code',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. en_US',
		displayOptions: forTemplate,
	},
];

export const templateParts: BrazeField[] = [
	{ ...bodyVariables, wireKey: 'message.body_variables', displayOptions: forTemplate },
	{ ...buttonVariables, wireKey: 'message.button_variables', displayOptions: forTemplate },
	{
		displayName: 'Carousel Cards',
		name: 'carouselCards',
		wireKey: 'message.carousel_cards',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Card',
		default: {},
		minItems: MIN_CARDS,
		maxItems: MAX_CARDS,
		description: 'The cards of a carousel template, 2 to 10',
		options: [
			{
				displayName: 'Card',
				name: 'card',
				values: [...cardMedia('headerMediaUri', 'headerMediaType'), bodyVariables, buttonVariables],
			},
		],
		displayOptions: forTemplate,
	},
	{
		displayName: 'Header Media URI',
		name: 'headerMediaUri',
		wireKey: 'message.header_media_uri',
		type: 'string',
		default: '',
		description: 'For a template with an image header',
		liquid: true,
		displayOptions: forTemplate,
	},
	variables({
		displayName: 'Header Variable',
		name: 'headerVariables',
		wireKey: 'message.header_variables',
		maxItems: MAX_HEADER_VARIABLES,
		description: 'For a template with a variable in its header',
		displayOptions: forTemplate,
	}),
];

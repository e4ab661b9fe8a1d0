import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../schema/convert';
import type { MessageObject, Report } from '../../schema/field';
import { appId, messageVariationId, rowsOf, subscriptionGroupId } from '../common';
import { carouselFields, checkCarousel, checkSameMedia } from './carousel';
import { checkList, listFields } from './list';
import { checkQuickReply, responseFields, responseParts } from './responses';
import { templateFields, templateParts } from './template';

export const whatsApp: MessageObject = {
	name: 'whatsApp',
	displayName: 'WhatsApp',
	wireKey: 'whats_app',
	scheduleWireKey: null,
	description: 'WhatsApp template, or reply within the 24 hours after the user wrote',
	variationChannels: ['whats_app'],
	fields: [
		{ ...subscriptionGroupId, fromCredential: 'defaultWhatsAppSubscriptionGroupId' },
		{
			displayName: 'Message Type',
			name: 'messageType',
			type: 'options',
			required: true,
			default: 'template_message',
			description: 'Replies reach only users who wrote within the last 24 hours',
			options: [
				{ name: 'Carousel Reply', value: 'carousel_response_message' },
				{ name: 'Flow Reply', value: 'flow_response_message' },
				{ name: 'List Reply', value: 'list_response_message' },
				{ name: 'Quick Reply', value: 'quick_reply_response_message' },
				{ name: 'Template', value: 'template_message' },
				{ name: 'Text and Image Reply', value: 'text_image_response_message' },
				{ name: 'Text Reply', value: 'text_response_message' },
			],
		},
		...templateFields,
		...responseFields,
		...listFields,
		...carouselFields,
		appId,
		messageVariationId,
		...templateParts,
		...responseParts,
	],
	check: checkWhatsApp,
};

function checkWhatsApp({ message_type: type, message }: IDataObject, report: Report): void {
	if (!isObject(message)) return;
	switch (type) {
		case 'template_message':
			checkSameMedia('Carousel Cards', rowsOf(message.carousel_cards), 'header_media_type', report);
			break;
		case 'quick_reply_response_message':
			checkQuickReply(message, report);
			break;
		case 'list_response_message':
			checkList(message.list, report);
			break;
		case 'carousel_response_message':
			checkCarousel(message, report);
			break;
		default:
	}
}

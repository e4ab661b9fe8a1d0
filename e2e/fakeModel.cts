import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface ChatMessage {
	role: string;
	content: string | null;
}

/** A tool as a chat model is told of it. */
export interface OfferedTool {
	function: {
		name: string;
		description: string;
		parameters: { properties: Record<string, { type: string; description?: string }> } & Record<
			string,
			unknown
		>;
	};
}

interface ChatRequest {
	messages: ChatMessage[];
	tools?: OfferedTool[];
}

/** Stands in for a chat model with the API of OpenAI. */
export interface FakeModel {
	/** The base URL of its API. */
	url: string;
	/** Every question it was asked. */
	asked: ChatRequest[];
	close(): Promise<void>;
}

const ANSWER = 'Done.';

/**
 * Starts a chat model on loopback that calls the first tool it is offered, once, and then says that it is done.
 *
 * @param toolArguments what it calls the tool with
 */
export async function startFakeModel(toolArguments: object): Promise<FakeModel> {
	const asked: ChatRequest[] = [];
	const server = createServer((request, response) => {
		void answer(request, response, asked, toolArguments);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/v1`,
		asked,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function answer(
	request: IncomingMessage,
	response: ServerResponse,
	asked: ChatRequest[],
	toolArguments: object,
): Promise<void> {
	response.setHeader('content-type', 'application/json');
	if (request.url !== '/v1/chat/completions') {
		response.end(JSON.stringify({ object: 'list', data: [] }));
		return;
	}
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const question = JSON.parse(Buffer.concat(chunks).toString()) as ChatRequest;
	asked.push(question);
	const hasResult = question.messages.some(({ role }) => role === 'tool');
	const tool = hasResult ? undefined : question.tools?.[0];
	const call = tool && {
		id: 'call-001',
		type: 'function',
		function: { name: tool.function.name, arguments: JSON.stringify(toolArguments) },
	};
	response.end(
		JSON.stringify({
			id: `answer-${asked.length}`,
			object: 'chat.completion',
			created: 0,
			model: 'fake',
			choices: [
				{
					index: 0,
					message: {
						role: 'assistant',
						content: call ? null : ANSWER,
						...(call && { tool_calls: [call] }),
					},
					finish_reason: call ? 'tool_calls' : 'stop',
				},
			],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		}),
	);
}

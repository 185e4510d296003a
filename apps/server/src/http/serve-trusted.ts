import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { AnswerCache } from '../kernel/answer-cache.ts';
import { ApiError, badUserInput, ErrorCode } from '../kernel/errors.ts';
import type { PubSub, Topic } from '../kernel/pubsub.ts';
import { balanceHeaders, mediaTypeOf } from './operation-plugin.ts';
import type { TrustedDocument } from './trusted-documents.ts';

/** That something which anybody can read in the catalogue is another than before. The database tells it by triggers. */
const catalogueChanged: Topic<object> = { name: 'catalogueChanged', rule: z.object({}) };

/** An answer of the catalogue, and what it costs each who gets it. */
interface KnownAnswer {
  readonly text: string;
  readonly cost: number;
}

interface Asked {
  readonly id: string;
  readonly variables: unknown;
}

const longestKept = 256 * 1024;

function parsed(variables: string | null): unknown {
  if (variables === null || variables === '') return undefined;
  try {
    return JSON.parse(variables);
  } catch {
    throw badUserInput('`variables` is no JSON.');
  }
}

/** The document that a request names: in its address, or in the JSON that it posts. */
function askedBy(req: Request): Asked | null {
  const at = req.url.indexOf('?');
  const search = at < 0 || !req.url.includes('documentId=', at) ? null : new URLSearchParams(req.url.slice(at));
  const body = (req.method === 'POST' && typeof req.body === 'object' && req.body !== null ? req.body : {}) as Record<string, unknown>;
  const id = search?.get('documentId') ?? body['documentId'];
  if (typeof id !== 'string') return null;
  return { id, variables: req.method === 'GET' ? parsed(search?.get('variables') ?? null) : body['variables'] };
}

function headersOf(req: Request): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

const textOf = ({ body }: HTTPGraphQLResponse): string => (body.kind === 'complete' ? body.string : '');

function write(res: Response, { headers, status = 200 }: Pick<HTTPGraphQLResponse, 'headers' | 'status'>, text: string): void {
  const body = Buffer.from(text);
  res.writeHead(status, { ...Object.fromEntries(headers), 'content-length': body.length }).end(body);
}

/** What was answered to nobody in particular, as long as the catalogue is as it was. */
export class RememberedAnswers extends AnswerCache<KnownAnswer & { response: HTTPGraphQLResponse }> {
  constructor(pubsub: PubSub) {
    super(pubsub, catalogueChanged);
  }
}

interface Trust {
  readonly apollo: ApolloServer<Context>;
  readonly documents: ReadonlyMap<string, TrustedDocument>;
  readonly remembered: RememberedAnswers;
  readonly contextOf: (req: Request, res: Response) => Context;
}

/**
 * Answers requests that name a document by its id. What nobody in particular reads of the catalogue is remembered until it changes; it is
 * charged as if it had been read.
 */
export function serveTrusted({ apollo, documents, remembered, contextOf }: Trust): RequestHandler {
  const run = (req: Request, context: Context, { text: query }: TrustedDocument, variables: unknown) =>
    apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: headersOf(req), search: '', body: { query, variables } },
      context: async () => context,
    });

  const make = async (req: Request, context: Context, document: TrustedDocument, variables: unknown) => {
    const response = await run(req, context, document, variables);
    const text = textOf(response);
    const isGood = (response.status ?? 200) === 200 && !text.startsWith('{"errors":');
    return { answer: { text, cost: context.charge?.cost ?? 1, response }, mayBeKept: isGood && text.length < longestKept };
  };

  return async (req, res, next) => {
    const asked = askedBy(req);
    if (asked === null) return next();
    const document = documents.get(asked.id);
    if (document === undefined) throw new ApiError(ErrorCode.UNKNOWN_DOCUMENT, 'No document is known by this id: send its text.');
    if (document.isMutation && req.method !== 'POST') throw badUserInput('A mutation is sent by POST.');
    const context = contextOf(req, res);
    if (context.viewer !== null || !document.isCatalogue) {
      const response = await run(req, context, document, asked.variables);
      return write(res, response, textOf(response));
    }
    const key = `${asked.id} ${JSON.stringify(asked.variables)}`;
    const known = await remembered.find(key);
    if (known === undefined) {
      const { response, text } = await remembered.remember(key, () => make(req, context, document, asked.variables));
      return write(res, response, text);
    }
    context.charge?.spend(known.cost);
    const headers = new HeaderMap(Object.entries(context.charge ? balanceHeaders(context.charge.balance) : {}));
    headers.set('content-type', `${mediaTypeOf(req.get('accept'))}; charset=utf-8`);
    return write(res, { headers, status: 200 }, known.text);
  };
}

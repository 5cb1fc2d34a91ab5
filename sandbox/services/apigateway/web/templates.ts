import { own } from '../tables.ts';
import { type Overrides, renderTemplate } from '../vtl/render.ts';
import { noOverrides, type RoutedCall } from './call.ts';
import { contextOf } from './context-of.ts';
import { GatewayFailure, misconfigured } from './failure.ts';
import { headerOf, lastOf, mediaType, textOf } from './incoming.ts';

/** The body for the integration: rendered by the template of the request's media type, or passed on. */
export function transformRequest(call: RoutedCall): { body: string; overrides: Overrides } {
  const integration = call.method.methodIntegration;
  const templates = integration?.requestTemplates ?? {};
  const type = mediaType(headerOf(call.incoming.headers, 'content-type'));
  const template = own(templates, type) ?? own(templates, '$default');
  const body = textOf(call.incoming.body);
  if (template !== undefined) return render(call, template, { body, overrides: noOverrides });
  const behavior = integration?.passthroughBehavior ?? 'WHEN_NO_MATCH';
  const refused =
    behavior === 'NEVER' || (behavior === 'WHEN_NO_TEMPLATES' && Object.keys(templates).length > 0);
  if (refused) throw new GatewayFailure('UNSUPPORTED_MEDIA_TYPE');
  return { body, overrides: noOverrides };
}

/** Of the response's templates: what the caller accepts, else JSON, else the first. */
export function responseTemplate(
  call: RoutedCall,
  templates: Record<string, string> | undefined,
): { type: string; template: string } | undefined {
  const all = Object.entries(templates ?? {});
  const accepted = (headerOf(call.incoming.headers, 'accept') ?? '').split(',').map((one) => mediaType(one));
  const chosen =
    all.find(([type]) => accepted.includes(type)) ??
    all.find(([type]) => type === 'application/json') ??
    all[0];
  return chosen
    ? { type: chosen[0] === '$default' ? 'application/json' : chosen[0], template: chosen[1] }
    : undefined;
}

export function render(
  call: RoutedCall,
  template: string,
  { body, overrides }: { body: string; overrides: Overrides },
): { body: string; overrides: Overrides } {
  try {
    const rendered = renderTemplate(template, {
      body,
      overrides,
      params: {
        path: call.pathParameters,
        querystring: lastOf(call.incoming.query),
        header: Object.fromEntries(call.incoming.headers),
      },
      context: contextOf(call),
      stageVariables: call.stageVariables,
    });
    return { body: rendered.text, overrides: rendered.overrides };
  } catch (error) {
    throw misconfigured(
      call,
      `Unable to transform request: ${error instanceof Error ? error.message : error}`,
    );
  }
}

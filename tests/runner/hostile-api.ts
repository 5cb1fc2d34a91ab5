import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateRestApiCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
} from '@aws-sdk/client-api-gateway';
import type { Serving } from '#sandbox/parts/serve.ts';

/** A learner's API that answers with a page of somebody else's making. Returns its address. */
export async function deployHtml(served: Serving, html: string): Promise<string> {
  const client = new APIGatewayClient({
    region: 'ap-northeast-1',
    endpoint: served.endpoint,
    credentials: { accessKeyId: '111122223333', secretAccessKey: served.secret },
  });
  const { id: restApiId = '' } = await client.send(new CreateRestApiCommand({ name: 'hostile' }));
  const { items = [] } = await client.send(new GetResourcesCommand({ restApiId }));
  const place = { restApiId, resourceId: items[0]?.id ?? '', httpMethod: 'GET' };
  const contentType = 'method.response.header.Content-Type';
  await client.send(new PutMethodCommand({ ...place, authorizationType: 'NONE' }));
  await client.send(
    new PutIntegrationCommand({
      ...place,
      type: 'MOCK',
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
    }),
  );
  await client.send(
    new PutMethodResponseCommand({
      ...place,
      statusCode: '200',
      responseParameters: { [contentType]: true },
    }),
  );
  await client.send(
    new PutIntegrationResponseCommand({
      ...place,
      statusCode: '200',
      responseParameters: { [contentType]: "'text/html; charset=utf-8'" },
      responseTemplates: { 'application/json': html },
    }),
  );
  await client.send(new CreateDeploymentCommand({ restApiId, stageName: 'dev' }));
  client.destroy();
  return `${served.apiEndpoint}/_api/${restApiId}/dev`;
}

/** Tries everything that a page can try at another address of this computer, and writes down what it got. */
export function hostilePage(runner: string): string {
  return `<!doctype html><meta charset="utf-8"><title>working</title><iframe name="frame"></iframe>
<form id="form" method="post" enctype="text/plain" target="frame" action="${runner}/api/check">
<input name='{"labs":["lambda-alone"],"x":"' value='"}'></form>
<script>
  var got = {};
  var note = function (name) { return function (value) { got[name] = String(value); }; };
  var ask = function (name, path, options) {
    return fetch('${runner}' + path, options).then(function (answer) {
      return answer.type === 'opaque' ? 'opaque' : answer.text();
    }).then(note(name), function (error) { got[name] = 'refused: ' + error.name; });
  };
  var stream = function () {
    return new Promise(function (done) {
      var source = new EventSource('${runner}/api/events');
      source.onopen = function () { got.stream = 'open'; done(); };
      source.onerror = function () { source.close(); got.stream = 'refused'; done(); };
    });
  };
  var frame = function () {
    return new Promise(function (done) {
      var inside = document.createElement('iframe');
      inside.onload = function () {
        try { got.frame = 'read: ' + inside.contentWindow.document.title; } catch (error) { got.frame = 'refused'; }
        done();
      };
      inside.src = '${runner}/';
      document.body.append(inside);
    });
  };
  var script = function () {
    return new Promise(function (done) {
      var asked = document.createElement('script');
      asked.onload = function () { got.script = 'loaded'; done(); };
      asked.onerror = function () { got.script = 'refused'; done(); };
      asked.src = '${runner}/api/token';
      document.body.append(asked);
    });
  };
  var act = { method: 'POST', mode: 'no-cors', body: '{"labs":["lambda-alone"]}' };
  var json = { method: 'POST', headers: { 'content-type': 'application/json', 'x-handson-token': 'x' }, body: act.body };
  document.getElementById('form').submit();
  Promise.all([
    ask('token', '/api/token'), ask('blind token', '/api/token', { mode: 'no-cors' }), ask('state', '/api/state'),
    ask('blind act', '/api/check', act), ask('act', '/api/check', json),
    ask('page', '/'), stream(), frame(), script()
  ]).then(function () { document.title = 'done'; window.got = got; });
</script>`;
}

import json
import os
from urllib import error, request

import boto3
from kit import refused, same, zipped

_gateway = boto3.client("apigateway")
_lambda = boto3.client("lambda")
_made = {}


def _fetch(path, method="GET", body=None, **headers):
    url = f"{os.environ['API_ENDPOINT']}/_api/{_made['api']}{path}"
    asked = request.Request(url, body, {name.replace("_", "-"): value for name, value in headers.items()}, method=method)
    try:
        with request.urlopen(asked) as answer:
            return answer.status, answer.read().decode(), dict(answer.headers)
    except error.HTTPError as answer:
        return answer.code, answer.read().decode(), dict(answer.headers)


def _said(path, *rest, **headers):
    status, body, _ = _fetch(path, *rest, **headers)
    return status, json.loads(body)["message"]


def _method(part, **more):
    resource = _gateway.create_resource(restApiId=_made["api"], parentId=_made["root"], pathPart=part)["id"]
    at = {"restApiId": _made["api"], "resourceId": resource, "httpMethod": "GET"}
    _gateway.put_method(**at, authorizationType="NONE", **more)
    return at


def _mock(at, template):
    _gateway.put_integration(**at, type="MOCK", requestTemplates={"application/json": '{"statusCode": 200}'})
    _gateway.put_method_response(**at, statusCode="200")
    _gateway.put_integration_response(**at, statusCode="200", responseTemplates={"application/json": template})


def makes_an_api_with_a_root():
    api = _gateway.create_rest_api(name="of boto3", endpointConfiguration={"types": ["REGIONAL"]}, tags={"a b": "c/d"})
    _made["api"], _made["root"] = api["id"], api["rootResourceId"]
    same(_gateway.get_resources(restApiId=api["id"])["items"], [{"id": api["rootResourceId"], "path": "/"}])
    same(_gateway.get_rest_api(restApiId=api["id"])["tags"], {"a b": "c/d"})


def answers_from_a_mock_once_deployed():
    at = _method("sample")
    _mock(at, '{"hello": "$input.params(\'name\')"}')
    same(_fetch("/dev/sample")[0], 403)
    _gateway.create_deployment(restApiId=_made["api"], stageName="dev")
    status, body, _ = _fetch("/dev/sample?name=Hanako")
    same((status, json.loads(body)), (200, {"hello": "Hanako"}))


def answers_from_the_snapshot_and_not_from_the_draft():
    at = _method("later")
    _mock(at, "{}")
    same(_said("/dev/later"), (403, "Missing Authentication Token"))
    same(_fetch("/dev/later")[2]["x-amzn-errortype"], "MissingAuthenticationTokenException")


def tries_a_method_without_a_deployment():
    resource = next(one["id"] for one in _gateway.get_resources(restApiId=_made["api"])["items"] if one["path"] == "/later")
    answer = _gateway.test_invoke_method(restApiId=_made["api"], resourceId=resource, httpMethod="GET")
    same((answer["status"], answer["body"]), (200, "{}"))
    assert "Successfully completed execution" in answer["log"], answer["log"]


def hands_the_request_to_a_function():
    role = boto3.client("iam").create_role(
        RoleName="of-apis",
        AssumeRolePolicyDocument=json.dumps(
            {
                "Version": "2012-10-17",
                "Statement": [
                    {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}
                ],
            }
        ),
    )["Role"]["Arn"]
    code = "import json\ndef handler(event, context):\n    return {'statusCode': 201, 'headers': {'x-own': 'yes'}, 'body': json.dumps([event['path'], event['queryStringParameters'], event['requestContext']['stage']])}\n"
    arn = _lambda.create_function(
        FunctionName="of-apis", Runtime="python3.14", Role=role, Handler="index.handler", Code={"ZipFile": zipped(index__py=code)}
    )["FunctionArn"]
    _lambda.get_waiter("function_active_v2").wait(FunctionName="of-apis", WaiterConfig={"Delay": 1, "MaxAttempts": 5})
    at = _method("proxy")
    uri = f"arn:aws:apigateway:ap-northeast-1:lambda:path/2015-03-31/functions/{arn}/invocations"
    _gateway.put_integration(**at, type="AWS_PROXY", integrationHttpMethod="POST", uri=uri)
    _gateway.create_deployment(restApiId=_made["api"], stageName="dev")
    same(_said("/dev/proxy"), (500, "Internal server error"))
    _lambda.add_permission(
        FunctionName="of-apis", StatementId="api", Action="lambda:InvokeFunction", Principal="apigateway.amazonaws.com"
    )
    status, body, headers = _fetch("/dev/proxy?q=1")
    same((status, headers["x-own"], json.loads(body)), (201, "yes", ["/proxy", {"q": "1"}, "dev"]))


def lets_in_who_has_a_key():
    _mock(_method("guarded", apiKeyRequired=True), '{"in": true}')
    _gateway.create_deployment(restApiId=_made["api"], stageName="dev")
    same((_fetch("/dev/guarded")[0], _fetch("/dev/guarded", x_api_key="wrong-wrong-wrong-wrong")[0]), (403, 403))
    key = _gateway.create_api_key(name="of boto3", enabled=True)
    plan = _gateway.create_usage_plan(name="of boto3", apiStages=[{"apiId": _made["api"], "stage": "dev"}])
    _gateway.create_usage_plan_key(usagePlanId=plan["id"], keyId=key["id"], keyType="API_KEY")
    status, body, _ = _fetch("/dev/guarded", x_api_key=key["value"])
    same((status, json.loads(body)), (200, {"in": True}))


def refuses_what_a_model_does_not_allow():
    _gateway.create_model(
        restApiId=_made["api"],
        name="Greeting",
        contentType="application/json",
        schema=json.dumps({"type": "object", "required": ["text"]}),
    )
    validator = _gateway.create_request_validator(restApiId=_made["api"], name="body", validateRequestBody=True)["id"]
    resource = _gateway.create_resource(restApiId=_made["api"], parentId=_made["root"], pathPart="greetings")["id"]
    at = {"restApiId": _made["api"], "resourceId": resource, "httpMethod": "POST"}
    _gateway.put_method(
        **at, authorizationType="NONE", requestValidatorId=validator, requestModels={"application/json": "Greeting"}
    )
    _mock(at, "{}")
    _gateway.create_deployment(restApiId=_made["api"], stageName="dev")
    json_type = {"Content_Type": "application/json"}
    same(_said("/dev/greetings", "POST", b"{}", **json_type), (400, "Invalid request body"))
    same(_fetch("/dev/greetings", "POST", b'{"text": "hi"}', **json_type)[0], 200)


def exports_what_is_deployed():
    answer = _gateway.get_export(restApiId=_made["api"], stageName="dev", exportType="oas30", accepts="application/json")
    same(answer["contentType"], "application/octet-stream")
    paths = json.loads(answer["body"].read())["paths"]
    assert {"/sample", "/proxy"} <= set(paths), paths


def changes_a_stage_by_patches():
    stage = _gateway.update_stage(
        restApiId=_made["api"],
        stageName="dev",
        patchOperations=[{"op": "replace", "path": "/variables/colour", "value": "blue"}],
    )
    same(stage["variables"], {"colour": "blue"})
    refused("NotFoundException", _gateway.get_stage, restApiId=_made["api"], stageName="none")


def pages_through_the_apis():
    for number in range(3):
        _gateway.create_rest_api(name=f"paged {number}")
    pages = list(_gateway.get_paginator("get_rest_apis").paginate(PaginationConfig={"PageSize": 2}))
    same([len(page["items"]) for page in pages], [2, 2])


def deletes_an_api_with_all_that_it_holds():
    _gateway.delete_rest_api(restApiId=_made["api"])
    same(refused("NotFoundException", _gateway.get_resources, restApiId=_made["api"])["status"], 404)
    same(_fetch("/dev/sample")[0], 403)

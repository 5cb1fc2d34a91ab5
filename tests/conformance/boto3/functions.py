import base64
import io
import json
import time
import zipfile
from urllib import request

import boto3
from botocore.config import Config
from kit import refused, same, zipped

_ACCOUNT = "111122223333"
_iam = boto3.client("iam")
_lambda = boto3.client("lambda")
_logs = boto3.client("logs")
_role = _iam.create_role(
    RoleName="of-functions",
    AssumeRolePolicyDocument=json.dumps(
        {
            "Version": "2012-10-17",
            "Statement": [
                {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}
            ],
        }
    ),
)["Role"]["Arn"]
_iam.attach_role_policy(
    RoleName="of-functions", PolicyArn="arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
)
_PYTHON = """
import boto3, json, os
def handler(event, context):
    print("asked", json.dumps(event))
    if event.get("fail"):
        raise ValueError("on purpose")
    if event.get("translate"):
        answer = boto3.client("translate").translate_text(
            Text=event["translate"], SourceLanguageCode="en", TargetLanguageCode="ja")
        return answer["TranslatedText"]
    return {"name": context.function_name, "greeting": os.environ.get("GREETING")}
"""
_NODE = "export const handler = async (event, context) => ({ id: context.awsRequestId, echo: event });\n"
_QUICK = {"Delay": 1, "MaxAttempts": 10}


def _call(name, payload, **more):
    answer = _lambda.invoke(FunctionName=name, Payload=json.dumps(payload).encode(), **more)
    text = answer["Payload"].read()
    return answer, json.loads(text) if text else None


def makes_functions_and_waits_until_they_are_active():
    made = _lambda.create_function(
        FunctionName="in-python",
        Runtime="python3.13",
        Role=_role,
        Handler="index.handler",
        Code={"ZipFile": zipped(index__py=_PYTHON)},
        Environment={"Variables": {"GREETING": "こんにちは"}},
        Timeout=20,
        Tags={"course": "serverless"},
    )
    same(made["State"], "Pending")
    _lambda.create_function(
        FunctionName="in-node",
        Runtime="nodejs24.x",
        Role=_role,
        Handler="index.handler",
        Code={"ZipFile": zipped(index__mjs=_NODE)},
    )
    _lambda.get_waiter("function_active_v2").wait(FunctionName="in-python", WaiterConfig=_QUICK)
    _lambda.get_waiter("function_active").wait(FunctionName="in-node", WaiterConfig=_QUICK)
    same(_lambda.get_function_configuration(FunctionName="in-python")["State"], "Active")
    refused(
        "ResourceConflictException",
        _lambda.create_function,
        FunctionName="in-node",
        Runtime="nodejs24.x",
        Role=_role,
        Handler="index.handler",
        Code={"ZipFile": zipped(index__mjs=_NODE)},
    )


def gives_the_code_back():
    found = _lambda.get_function(FunctionName="in-python")
    same(found["Tags"], {"course": "serverless"})
    with request.urlopen(found["Code"]["Location"]) as answer:
        packed = zipfile.ZipFile(io.BytesIO(answer.read()))
    same(packed.read("index.py").decode(), _PYTHON)


def runs_python_with_its_variables():
    answer, value = _call("in-python", {"a": 1}, LogType="Tail")
    same(answer["StatusCode"], 200)
    same(answer["ExecutedVersion"], "$LATEST")
    same(value, {"name": "in-python", "greeting": "こんにちは"})
    tail = base64.b64decode(answer["LogResult"]).decode()
    assert "START RequestId: " in tail and 'asked {"a": 1}' in tail and "REPORT RequestId: " in tail, tail


def runs_node_and_passes_unicode_through():
    _, value = _call("in-node", {"text": "Xin chào 👋", "none": None})
    same(value["echo"], {"text": "Xin chào 👋", "none": None})


def says_how_code_failed():
    answer, value = _call("in-python", {"fail": True})
    same(answer["FunctionError"], "Unhandled")
    same((value["errorType"], value["errorMessage"]), ("ValueError", "on purpose"))
    assert any("raise ValueError" in line for line in value["stackTrace"]), value


def lets_the_role_decide_what_code_may_call():
    answer, value = _call("in-python", {"translate": "hello"})
    same(answer["FunctionError"], "Unhandled")
    assert "AccessDeniedException" in value["errorMessage"], value
    _iam.attach_role_policy(RoleName="of-functions", PolicyArn="arn:aws:iam::aws:policy/TranslateReadOnly")
    _, value = _call("in-python", {"translate": "Hello"})
    assert isinstance(value, str) and value, value


def updates_settings_and_waits():
    _lambda.update_function_configuration(FunctionName="in-python", MemorySize=256, Timeout=10)
    same(
        refused("ResourceConflictException", _lambda.update_function_configuration, FunctionName="in-python", Timeout=11)[
            "status"
        ],
        409,
    )
    _lambda.get_waiter("function_updated_v2").wait(FunctionName="in-python", WaiterConfig=_QUICK)
    found = _lambda.get_function_configuration(FunctionName="in-python")
    same((found["MemorySize"], found["Timeout"]), (256, 10))
    unchecked = boto3.client("lambda", config=Config(parameter_validation=False))
    error = refused("ValidationException", unchecked.update_function_configuration, FunctionName="in-python", MemorySize=64)
    assert "memorySize" in error["Message"], error


def publishes_versions_and_routes_by_alias():
    _lambda.publish_version(FunctionName="in-node")
    _lambda.get_waiter("published_version_active").wait(FunctionName="in-node", Qualifier="1", WaiterConfig=_QUICK)
    _lambda.create_alias(FunctionName="in-node", Name="live", FunctionVersion="1")
    answer, _ = _call("in-node", {}, Qualifier="live")
    same(answer["ExecutedVersion"], "1")
    same([one["Version"] for one in _lambda.list_versions_by_function(FunctionName="in-node")["Versions"]], ["$LATEST", "1"])


def tells_a_dry_run_from_an_event():
    answer, value = _call("in-node", {}, InvocationType="DryRun")
    same((answer["StatusCode"], value), (204, None))
    answer, value = _call("in-node", {"later": True}, InvocationType="Event")
    same((answer["StatusCode"], value), (202, None))


def keeps_a_policy_of_who_may_invoke():
    _lambda.add_permission(
        FunctionName="in-node", StatementId="of-api", Action="lambda:InvokeFunction", Principal="apigateway.amazonaws.com"
    )
    policy = json.loads(_lambda.get_policy(FunctionName="in-node")["Policy"])
    same([one["Sid"] for one in policy["Statement"]], ["of-api"])
    _lambda.remove_permission(FunctionName="in-node", StatementId="of-api")
    refused("ResourceNotFoundException", _lambda.get_policy, FunctionName="in-node")


def lends_files_by_a_layer():
    layer = _lambda.publish_layer_version(
        LayerName="words", Content={"ZipFile": zipped(**{"python/words__py": "WORD = 'from the layer'\n"})}
    )
    _lambda.create_function(
        FunctionName="with-layer",
        Runtime="python3.12",
        Role=_role,
        Handler="index.handler",
        Layers=[layer["LayerVersionArn"]],
        Code={"ZipFile": zipped(index__py="import words\ndef handler(event, context):\n    return words.WORD\n")},
    )
    _lambda.get_waiter("function_active_v2").wait(FunctionName="with-layer", WaiterConfig=_QUICK)
    same(_call("with-layer", {})[1], "from the layer")


def throttles_where_nothing_is_reserved():
    _lambda.put_function_concurrency(FunctionName="in-node", ReservedConcurrentExecutions=0)
    same(refused("TooManyRequestsException", _lambda.invoke, FunctionName="in-node")["status"], 429)
    _lambda.delete_function_concurrency(FunctionName="in-node")


def logs_what_was_printed():
    found = []
    for _ in range(20):
        found = _logs.filter_log_events(logGroupName="/aws/lambda/in-python", filterPattern='"asked"')["events"]
        if found:
            break
        time.sleep(0.2)
    assert 'asked {"a": 1}' in found[0]["message"], found
    assert "in-python" not in found[0]["logStreamName"], found


def pages_through_the_functions():
    pages = list(_lambda.get_paginator("list_functions").paginate(PaginationConfig={"PageSize": 2}))
    same([one["FunctionName"] for page in pages for one in page["Functions"]], ["in-node", "in-python", "with-layer"])
    same(len(pages), 2)


def deletes_and_says_what_is_gone():
    _lambda.delete_function(FunctionName="with-layer")
    error = refused("ResourceNotFoundException", _lambda.get_function, FunctionName="with-layer")
    same(error["Message"], f"Function not found: arn:aws:lambda:ap-northeast-1:{_ACCOUNT}:function:with-layer")

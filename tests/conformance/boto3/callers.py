import datetime
import json
import os

import boto3
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from kit import refused, same
from urllib import error, request

_ACCOUNT = "111122223333"
_iam = boto3.client("iam")
_sts = boto3.client("sts")
_TRUST = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": {"AWS": f"arn:aws:iam::{_ACCOUNT}:root"},
            "Action": "sts:AssumeRole",
            "Condition": {"StringEquals": {"sts:ExternalId": "course-2026"}},
        }
    ],
}
_MAY_TRANSLATE = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "translate:TranslateText", "Resource": "*"}],
}


def _keys(answer):
    made = answer["Credentials"]
    return {
        "aws_access_key_id": made["AccessKeyId"],
        "aws_secret_access_key": made["SecretAccessKey"],
        "aws_session_token": made["SessionToken"],
    }


def knows_who_calls():
    answer = _sts.get_caller_identity()
    same(answer["Account"], _ACCOUNT)


def keeps_a_role_as_it_was_made():
    made = _iam.create_role(
        RoleName="reader",
        AssumeRolePolicyDocument=json.dumps(_TRUST),
        Tags=[{"Key": "course", "Value": "serverless"}],
    )["Role"]
    same(made["Arn"], f"arn:aws:iam::{_ACCOUNT}:role/reader")
    assert isinstance(made["CreateDate"], datetime.datetime), made
    got = _iam.get_role(RoleName="reader")["Role"]
    same(got["AssumeRolePolicyDocument"], _TRUST)
    same(got["Tags"], [{"Key": "course", "Value": "serverless"}])
    same(refused("EntityAlreadyExists", _iam.create_role, RoleName="reader", AssumeRolePolicyDocument=json.dumps(_TRUST))["status"], 409)
    refused("MalformedPolicyDocument", _iam.create_role, RoleName="other", AssumeRolePolicyDocument="{")


def waits_for_a_role_and_for_a_policy():
    _iam.get_waiter("role_exists").wait(RoleName="reader", WaiterConfig={"Delay": 1, "MaxAttempts": 3})
    arn = _iam.create_policy(PolicyName="translates", PolicyDocument=json.dumps(_MAY_TRANSLATE))["Policy"]["Arn"]
    _iam.get_waiter("policy_exists").wait(PolicyArn=arn, WaiterConfig={"Delay": 1, "MaxAttempts": 3})
    _iam.attach_role_policy(RoleName="reader", PolicyArn=arn)
    same(
        _iam.list_attached_role_policies(RoleName="reader")["AttachedPolicies"],
        [{"PolicyName": "translates", "PolicyArn": arn}],
    )
    refused("DeleteConflict", _iam.delete_policy, PolicyArn=arn)


def pages_through_the_roles():
    for number in range(5):
        _iam.create_role(RoleName=f"paged-{number}", Path="/paged/", AssumeRolePolicyDocument=json.dumps(_TRUST))
    pages = list(_iam.get_paginator("list_roles").paginate(PathPrefix="/paged/", PaginationConfig={"PageSize": 2}))
    same([len(page["Roles"]) for page in pages], [2, 2, 1])
    same([page["IsTruncated"] for page in pages], [True, True, False])


def simulates_what_a_role_may_do():
    answer = _iam.simulate_principal_policy(
        PolicySourceArn=f"arn:aws:iam::{_ACCOUNT}:role/reader",
        ActionNames=["translate:TranslateText", "dynamodb:PutItem"],
    )
    same(
        {one["EvalActionName"]: one["EvalDecision"] for one in answer["EvaluationResults"]},
        {"translate:TranslateText": "allowed", "dynamodb:PutItem": "implicitDeny"},
    )


def gives_a_role_to_whom_its_trust_names_with_the_external_id():
    role = {"RoleArn": f"arn:aws:iam::{_ACCOUNT}:role/reader", "RoleSessionName": "grading"}
    same(refused("AccessDenied", _sts.assume_role, **role)["status"], 403)
    refused("AccessDenied", _sts.assume_role, **role, ExternalId="another")
    answer = _sts.assume_role(**role, ExternalId="course-2026")
    same(answer["AssumedRoleUser"]["Arn"], f"arn:aws:sts::{_ACCOUNT}:assumed-role/reader/grading")
    session = _keys(answer)
    same(boto3.client("sts", **session).get_caller_identity()["Arn"], answer["AssumedRoleUser"]["Arn"])
    translate = boto3.client("translate", **session)
    translate.translate_text(Text="hello", SourceLanguageCode="en", TargetLanguageCode="ja")
    denied = refused("AccessDeniedException", boto3.client("dynamodb", **session).list_tables)
    assert "is not authorized to perform: dynamodb:ListTables" in denied["Message"], denied


def gives_a_user_a_key_that_may_what_the_user_may():
    _iam.create_user(UserName="learner")
    key = _iam.create_access_key(UserName="learner")["AccessKey"]
    same(_sts.get_access_key_info(AccessKeyId=key["AccessKeyId"])["Account"], _ACCOUNT)
    own = {"aws_access_key_id": key["AccessKeyId"], "aws_secret_access_key": key["SecretAccessKey"]}
    translate = boto3.client("translate", **own)
    text = {"Text": "hello", "SourceLanguageCode": "en", "TargetLanguageCode": "ja"}
    refused("AccessDeniedException", translate.translate_text, **text)
    _iam.put_user_policy(UserName="learner", PolicyName="own", PolicyDocument=json.dumps(_MAY_TRANSLATE))
    translate.translate_text(**text)
    _iam.update_access_key(UserName="learner", AccessKeyId=key["AccessKeyId"], Status="Inactive")
    refused("UnrecognizedClientException", translate.translate_text, **text)
    refused("DeleteConflict", _iam.delete_user, UserName="learner")


def refuses_a_wrong_secret_in_each_protocols_own_words():
    wrong = {"aws_access_key_id": _ACCOUNT, "aws_secret_access_key": "wrong"}
    same(refused("SignatureDoesNotMatch", boto3.client("sts", **wrong).get_caller_identity)["status"], 403)
    same(refused("InvalidSignatureException", boto3.client("lambda", **wrong).list_functions)["status"], 403)
    same(refused("InvalidSignatureException", boto3.client("dynamodb", **wrong).list_tables)["status"], 400)
    same(refused("InvalidSignatureException", boto3.client("apigateway", **wrong).get_rest_apis)["status"], 403)
    same(refused("InvalidSignatureException", boto3.client("logs", **wrong).describe_log_groups)["status"], 400)


class _Late(SigV4Auth):
    """Signs as if it were twenty minutes ago."""

    def add_auth(self, asked):
        at = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=20)
        asked.context["timestamp"] = at.strftime("%Y%m%dT%H%M%SZ")
        asked.headers["X-Amz-Date"] = asked.context["timestamp"]
        self._inject_signature_to_request(asked, self.signature(self.string_to_sign(asked, self.canonical_request(asked)), asked))


def refuses_a_signature_that_has_expired():
    asked = AWSRequest(
        "POST",
        os.environ["AWS_ENDPOINT_URL"] + "/",
        data=b"Action=GetCallerIdentity&Version=2011-06-15",
        headers={"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"},
    )
    keys = Credentials(_ACCOUNT, os.environ["AWS_SECRET_ACCESS_KEY"])
    _Late(keys, "sts", "us-east-1").add_auth(asked)
    try:
        request.urlopen(request.Request(asked.url, asked.data, dict(asked.headers)))
    except error.HTTPError as answer:
        text = answer.read().decode()
        same(answer.status, 403)
        assert "<Code>SignatureDoesNotMatch</Code>" in text and "Signature expired" in text, text
        return
    raise AssertionError("a late signature was taken")


def takes_roles_apart_in_the_order_that_aws_asks_for():
    arn = f"arn:aws:iam::{_ACCOUNT}:policy/translates"
    refused("DeleteConflict", _iam.delete_role, RoleName="reader")
    _iam.detach_role_policy(RoleName="reader", PolicyArn=arn)
    _iam.delete_role(RoleName="reader")
    _iam.delete_policy(PolicyArn=arn)
    same(refused("NoSuchEntity", _iam.get_role, RoleName="reader")["status"], 404)

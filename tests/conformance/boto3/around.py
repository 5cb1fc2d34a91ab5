"""The services around: logs, translate, metrics, the trail, queues, budgets, scaling."""

import datetime
import time

import boto3
from kit import refused, same

_logs = boto3.client("logs")
_sqs = boto3.client("sqs")
_translate = boto3.client("translate")
_START = int(time.time() * 1000)


def filters_logs_by_text_and_by_json():
    _logs.create_log_group(logGroupName="/own", tags={"course": "serverless"})
    _logs.create_log_stream(logGroupName="/own", logStreamName="one")
    messages = ["INFO started", '{"level": "error", "code": 42}', "ERROR stopped"]
    events = [{"timestamp": _START + number, "message": text} for number, text in enumerate(messages)]
    _logs.put_log_events(logGroupName="/own", logStreamName="one", logEvents=events)

    def found(pattern):
        return [one["message"] for one in _logs.filter_log_events(logGroupName="/own", filterPattern=pattern)["events"]]

    same(found("ERROR"), ["ERROR stopped"])
    same(found('{ $.level = "error" && $.code > 41 }'), [messages[1]])
    same(found("?INFO ?ERROR"), [messages[0], messages[2]])


def reads_logs_page_by_page():
    pages = list(_logs.get_paginator("filter_log_events").paginate(logGroupName="/own", PaginationConfig={"PageSize": 2}))
    same(sum(len(page["events"]) for page in pages), 3)
    first = _logs.get_log_events(logGroupName="/own", logStreamName="one", limit=2, startFromHead=True)
    rest = _logs.get_log_events(logGroupName="/own", logStreamName="one", nextToken=first["nextForwardToken"])
    same([one["message"] for one in rest["events"]], ["ERROR stopped"])
    end = _logs.get_log_events(logGroupName="/own", logStreamName="one", nextToken=rest["nextForwardToken"])
    same(end["nextForwardToken"], rest["nextForwardToken"])


def keeps_how_long_logs_stay():
    _logs.put_retention_policy(logGroupName="/own", retentionInDays=7)
    same(_logs.describe_log_groups(logGroupNamePrefix="/own")["logGroups"][0]["retentionInDays"], 7)
    refused("InvalidParameterException", _logs.put_retention_policy, logGroupName="/own", retentionInDays=8)
    refused("ResourceNotFoundException", _logs.get_log_events, logGroupName="/none", logStreamName="one")


def translates_what_it_knows_and_marks_the_rest():
    answer = _translate.translate_text(Text="Good evening", SourceLanguageCode="en", TargetLanguageCode="ja")
    same(answer["TranslatedText"], "こんばんは")
    same((answer["SourceLanguageCode"], answer["TargetLanguageCode"]), ("en", "ja"))
    refused("UnsupportedLanguagePairException", _translate.translate_text, Text="a", SourceLanguageCode="en", TargetLanguageCode="xx")
    assert {"ja", "vi", "en"} <= {one["LanguageCode"] for one in _translate.list_languages()["Languages"]}


def sends_receives_and_deletes_a_message():
    url = _sqs.create_queue(QueueName="of-boto3", Attributes={"VisibilityTimeout": "1"})["QueueUrl"]
    sent = _sqs.send_message(QueueUrl=url, MessageBody="こんにちは", MessageAttributes={"raw": {"DataType": "Binary", "BinaryValue": b"\x00\xff"}})
    got = _sqs.receive_message(QueueUrl=url, MessageAttributeNames=["All"])["Messages"][0]
    same((got["MessageId"], got["Body"]), (sent["MessageId"], "こんにちは"))
    same(got["MessageAttributes"]["raw"]["BinaryValue"], b"\x00\xff")
    assert "Messages" not in _sqs.receive_message(QueueUrl=url)
    _sqs.delete_message(QueueUrl=url, ReceiptHandle=got["ReceiptHandle"])
    same(_sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]["ApproximateNumberOfMessages"], "0")
    refused("AWS.SimpleQueueService.NonExistentQueue", _sqs.get_queue_url, QueueName="none")


def answers_for_metrics_that_nothing_counted():
    metrics = boto3.client("cloudwatch")
    at = datetime.datetime.now(datetime.timezone.utc)
    answer = metrics.get_metric_data(
        MetricDataQueries=[
            {
                "Id": "calls",
                "MetricStat": {
                    "Metric": {"Namespace": "AWS/Lambda", "MetricName": "Invocations", "Dimensions": [{"Name": "FunctionName", "Value": "nobody"}]},
                    "Period": 60,
                    "Stat": "Sum",
                },
            }
        ],
        StartTime=at - datetime.timedelta(hours=1),
        EndTime=at,
    )
    same([(one["Id"], one["Values"]) for one in answer["MetricDataResults"]], [("calls", [])])


def finds_in_the_trail_who_made_what():
    trail = boto3.client("cloudtrail")
    events = trail.lookup_events(LookupAttributes=[{"AttributeKey": "EventName", "AttributeValue": "CreateQueue"}])["Events"]
    same([one["EventSource"] for one in events], ["sqs.amazonaws.com"])


def keeps_a_budget():
    budgets = boto3.client("budgets")
    budget = {"BudgetName": "course", "BudgetType": "COST", "TimeUnit": "MONTHLY", "BudgetLimit": {"Amount": "5", "Unit": "USD"}}
    budgets.create_budget(AccountId="111122223333", Budget=budget)
    found = budgets.describe_budget(AccountId="111122223333", BudgetName="course")["Budget"]
    assert float(found["BudgetLimit"]["Amount"]) == 5, found
    refused("DuplicateRecordException", budgets.create_budget, AccountId="111122223333", Budget=budget)


def has_no_scalable_targets():
    scaling = boto3.client("application-autoscaling")
    same(scaling.describe_scalable_targets(ServiceNamespace="dynamodb")["ScalableTargets"], [])


def names_what_it_does_not_have():
    error = refused("NotImplementedException", boto3.client("lambda").list_code_signing_configs)
    same((error["status"], error["Message"]), (501, "The sandbox has no lambda:ListCodeSigningConfigs."))
    refused("UnknownService", boto3.client("kms").list_keys)

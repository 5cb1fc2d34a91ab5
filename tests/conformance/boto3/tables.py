import decimal

import boto3
from boto3.dynamodb.conditions import Attr, Key
from boto3.dynamodb.types import Binary
from kit import refused, same

_client = boto3.client("dynamodb")
_resource = boto3.resource("dynamodb")
_table = _resource.Table("history")
_QUICK = {"Delay": 1, "MaxAttempts": 10}


def makes_a_table_and_waits_for_it():
    _client.create_table(
        TableName="history",
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": "user", "KeyType": "HASH"}, {"AttributeName": "at", "KeyType": "RANGE"}],
        AttributeDefinitions=[
            {"AttributeName": "user", "AttributeType": "S"},
            {"AttributeName": "at", "AttributeType": "N"},
            {"AttributeName": "lang", "AttributeType": "S"},
        ],
        GlobalSecondaryIndexes=[
            {
                "IndexName": "by-lang",
                "KeySchema": [{"AttributeName": "lang", "KeyType": "HASH"}],
                "Projection": {"ProjectionType": "KEYS_ONLY"},
            }
        ],
    )
    _client.get_waiter("table_exists").wait(TableName="history", WaiterConfig=_QUICK)
    refused("ResourceInUseException", _client.create_table, TableName="history", BillingMode="PAY_PER_REQUEST", KeySchema=[{"AttributeName": "user", "KeyType": "HASH"}], AttributeDefinitions=[{"AttributeName": "user", "AttributeType": "S"}])


def keeps_every_type_of_value():
    item = {
        "user": "hanako",
        "at": decimal.Decimal("1"),
        "text": "こんにちは 👋",
        "nothing": "",
        "number": decimal.Decimal("-1.5E-100"),
        "blob": Binary(bytes(range(256))),
        "strings": {"a", "b"},
        "numbers": {decimal.Decimal("1"), decimal.Decimal("2.5")},
        "blobs": {Binary(b"\x00"), Binary(b"\xff")},
        "list": [None, True, {"deep": [decimal.Decimal("12345678901234567890123456789012345678")]}],
    }
    _table.put_item(Item=item)
    same(_table.get_item(Key={"user": "hanako", "at": 1}, ConsistentRead=True)["Item"], item)


def queries_and_scans_page_by_page():
    with _table.batch_writer() as batch:
        for number in range(40):
            batch.put_item(Item={"user": "paged", "at": number, "lang": "vi" if number % 2 else "ja", "pad": "x" * 40_000})
    pages = list(
        _client.get_paginator("query").paginate(
            TableName="history",
            KeyConditionExpression="#u = :u",
            ExpressionAttributeNames={"#u": "user"},
            ExpressionAttributeValues={":u": {"S": "paged"}},
        )
    )
    assert len(pages) > 1, "1.6 MB came in one page"
    same([int(one["at"]["N"]) for page in pages for one in page["Items"]], list(range(40)))
    limited = _table.query(KeyConditionExpression=Key("user").eq("paged") & Key("at").gt(10), Limit=3, ScanIndexForward=False)
    same([int(one["at"]) for one in limited["Items"]], [39, 38, 37])
    same(limited["LastEvaluatedKey"], {"user": "paged", "at": 37})
    same(_table.query(IndexName="by-lang", KeyConditionExpression=Key("lang").eq("vi"), Select="COUNT")["Count"], 20)
    filtered = {
        "TableName": "history",
        "FilterExpression": "contains(strings, :a)",
        "ProjectionExpression": "#u",
        "ExpressionAttributeNames": {"#u": "user"},
        "ExpressionAttributeValues": {":a": {"S": "a"}},
    }
    pages = list(_client.get_paginator("scan").paginate(**filtered))
    same([one for page in pages for one in page["Items"]], [{"user": {"S": "hanako"}}])
    same(sum(page["ScannedCount"] for page in pages), 41)


def updates_under_a_condition():
    key = {"user": "hanako", "at": 1}
    answer = _table.update_item(
        Key=key,
        UpdateExpression="SET seen = if_not_exists(seen, :none) + :one ADD strings :c REMOVE nothing",
        ExpressionAttributeValues={":none": 0, ":one": 1, ":c": {"c"}},
        ReturnValues="UPDATED_NEW",
    )
    same(answer["Attributes"], {"seen": decimal.Decimal("1"), "strings": {"a", "b", "c"}})
    error = refused("ConditionalCheckFailedException", _table.delete_item, Key=key, ConditionExpression=Attr("seen").gt(5))
    same(error["Message"], "The conditional request failed")


def refuses_all_of_a_transaction_for_one():
    put = {"TableName": "history", "Item": {"user": {"S": "new"}, "at": {"N": "1"}}}
    check = {
        "TableName": "history",
        "Key": {"user": {"S": "hanako"}, "at": {"N": "1"}},
        "ConditionExpression": "attribute_not_exists(#u)",
        "ExpressionAttributeNames": {"#u": "user"},
    }
    error = refused("TransactionCanceledException", _client.transact_write_items, TransactItems=[{"Put": put}, {"ConditionCheck": check}])
    assert "[None, ConditionalCheckFailed]" in error["Message"], error
    assert "Item" not in _client.get_item(TableName="history", Key=put["Item"])


def says_what_is_wrong_with_an_expression():
    error = refused(
        "ValidationException", _client.scan, TableName="history", FilterExpression="user = :u", ExpressionAttributeValues={":u": {"S": "a"}}
    )
    assert "reserved keyword: user" in error["Message"], error
    refused("ValidationException", _client.put_item, TableName="history", Item={"user": {"S": "no range key"}})


def lists_tables_and_lets_one_expire():
    same(_client.list_tables()["TableNames"], ["history"])
    _client.update_time_to_live(TableName="history", TimeToLiveSpecification={"Enabled": True, "AttributeName": "until"})
    same(_client.describe_time_to_live(TableName="history")["TimeToLiveDescription"]["AttributeName"], "until")


def deletes_a_table_and_waits_until_it_is_gone():
    _client.delete_table(TableName="history")
    _client.get_waiter("table_not_exists").wait(TableName="history", WaiterConfig=_QUICK)
    same(refused("ResourceNotFoundException", _client.describe_table, TableName="history")["status"], 400)

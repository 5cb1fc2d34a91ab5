import datetime
import json
import logging
import os

import boto3
from botocore.exceptions import ClientError

logger = logging.getLogger()
logger.setLevel(logging.INFO)

# All of this runs once for each execution environment, and every later call finds it ready.
translate = boto3.client("translate")
table = boto3.resource("dynamodb").Table(os.environ.get("TABLE_NAME", "translate-history"))
runs = 0


def lambda_handler(event, context):
    global runs
    runs += 1
    logger.info("warm: %d", runs)
    logger.info(event)
    input_text = (event.get("queryStringParameters") or {}).get("input_text")
    if not input_text:
        logger.warning("input_text is missing")
        return answer(400, {"message": "input_text is missing"})
    try:
        output_text = translate_text(input_text)
        remember(input_text, output_text)
    except ClientError as error:
        logger.warning(error)
        return refused(error)
    return answer(200, {"output_text": output_text})


def translate_text(input_text):
    response = translate.translate_text(
        Text=input_text,
        SourceLanguageCode="ja",
        TargetLanguageCode="en",
    )
    return response["TranslatedText"]


def remember(input_text, output_text):
    now = datetime.datetime.now(datetime.timezone.utc)
    table.put_item(
        Item={
            # With microseconds, two calls within one second do not replace each other.
            "timestamp": now.strftime("%Y%m%d%H%M%S%f"),
            "input_text": input_text,
            "output_text": output_text,
        }
    )


def refused(error):
    if error.response["Error"]["Code"] == "TextSizeLimitExceededException":
        return answer(400, {"message": "input_text is too long"})
    return answer(500, {"message": "the translation failed"})


def answer(status, content):
    return {
        "statusCode": status,
        "headers": {"Content-Type": "application/json"},
        "body": json.dumps(content),
        "isBase64Encoded": False,
    }

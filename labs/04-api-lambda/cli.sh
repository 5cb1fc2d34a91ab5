# step: names
export AWS_PAGER=""
REGION=ap-northeast-1
FUNCTION=translate-function
FILE=python/lambda_function.py
# For Node.js: FILE=node/index.mjs
API_NAME=translate-api
STAGE=dev
API=$(aws apigateway get-rest-apis --query "items[?name=='$API_NAME'].id" --output text)
FUNCTION_ARN=$(aws lambda get-function-configuration --function-name "$FUNCTION" \
  --query FunctionArn --output text)
ACCOUNT=$(aws sts get-caller-identity --query Account --output text)

# step: translate-method
ROOT=$(aws apigateway get-resources --rest-api-id "$API" --query "items[?path=='/'].id" --output text)
TRANSLATE=$(aws apigateway create-resource --rest-api-id "$API" --parent-id "$ROOT" --path-part translate \
  --query id --output text)
aws apigateway put-method --rest-api-id "$API" --resource-id "$TRANSLATE" --http-method GET \
  --authorization-type NONE

# step: query-parameter
aws apigateway update-method --rest-api-id "$API" --resource-id "$TRANSLATE" --http-method GET \
  --patch-operations op=add,path=/requestParameters/method.request.querystring.input_text,value=true

# step: proxy-integration
aws apigateway put-integration --rest-api-id "$API" --resource-id "$TRANSLATE" --http-method GET \
  --type AWS_PROXY --integration-http-method POST \
  --uri "arn:aws:apigateway:$REGION:lambda:path/2015-03-31/functions/$FUNCTION_ARN/invocations"

# step: api-may-invoke
aws lambda add-permission --function-name "$FUNCTION" --statement-id api-translate \
  --action lambda:InvokeFunction --principal apigateway.amazonaws.com \
  --source-arn "arn:aws:execute-api:$REGION:$ACCOUNT:$API/*/GET/translate"

# step: code-reads-query
rm -f code.zip
zip -q -j code.zip "labs/04-api-lambda/solution/$FILE"
aws lambda update-function-code --function-name "$FUNCTION" --zip-file fileb://code.zip
aws lambda wait function-updated --function-name "$FUNCTION"
echo '{"queryStringParameters": {"input_text": "こんにちは"}}' > event.json
aws lambda invoke --function-name "$FUNCTION" --payload fileb://event.json out.json
cat out.json

# step: deploy-and-call
aws apigateway create-deployment --rest-api-id "$API" --stage-name "$STAGE"
URL=https://$API.execute-api.$REGION.amazonaws.com/$STAGE
# In the sandbox, API_ENDPOINT says where your APIs answer.
if [ -n "$API_ENDPOINT" ]; then URL=$API_ENDPOINT/_api/$API/$STAGE; fi
curl --fail --get "$URL/translate" --data-urlencode "input_text=こんばんは"

# step: stage-throttle
aws apigateway update-stage --rest-api-id "$API" --stage-name "$STAGE" --patch-operations \
  'op=replace,path=/*/*/throttling/rateLimit,value=5' \
  'op=replace,path=/*/*/throttling/burstLimit,value=10'

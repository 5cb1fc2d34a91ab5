# step: names
export AWS_PAGER=""
REGION=ap-northeast-1
API_NAME=translate-api
STAGE=dev

# step: create-api
API=$(aws apigateway create-rest-api --name "$API_NAME" --endpoint-configuration types=REGIONAL \
  --query id --output text)

# step: sample-method
ROOT=$(aws apigateway get-resources --rest-api-id "$API" --query "items[?path=='/'].id" --output text)
SAMPLE=$(aws apigateway create-resource --rest-api-id "$API" --parent-id "$ROOT" --path-part sample \
  --query id --output text)
aws apigateway put-method --rest-api-id "$API" --resource-id "$SAMPLE" --http-method GET \
  --authorization-type NONE

# step: mock-answer
echo '{"application/json": "{\"statusCode\": 200}"}' > request-template.json
cat > response-template.json <<'END'
{"application/json": "{\"statusCode\": 200, \"body\": [{\"report_id\": 5, \"report_title\": \"Hello, world\"}, {\"report_id\": 7, \"report_title\": \"Good morning!\"}]}"}
END
aws apigateway put-integration --rest-api-id "$API" --resource-id "$SAMPLE" --http-method GET \
  --type MOCK --request-templates file://request-template.json
aws apigateway put-method-response --rest-api-id "$API" --resource-id "$SAMPLE" --http-method GET \
  --status-code 200 --response-models application/json=Empty
aws apigateway put-integration-response --rest-api-id "$API" --resource-id "$SAMPLE" --http-method GET \
  --status-code 200 --response-templates file://response-template.json

# step: deploy-and-call
aws apigateway create-deployment --rest-api-id "$API" --stage-name "$STAGE"
URL=https://$API.execute-api.$REGION.amazonaws.com/$STAGE
# In the sandbox, API_ENDPOINT says where your APIs answer.
if [ -n "$API_ENDPOINT" ]; then URL=$API_ENDPOINT/_api/$API/$STAGE; fi
curl --fail "$URL/sample"

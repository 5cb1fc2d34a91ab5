# step: names
export AWS_PAGER=""
REGION=ap-northeast-1
FUNCTION=translate-function
FILE=python/lambda_function.py
# For Node.js: FILE=node/index.mjs
API_NAME=translate-api
STAGE=dev
ROLE_ARN=$(aws lambda get-function-configuration --function-name "$FUNCTION" --query Role --output text)
ROLE=${ROLE_ARN##*/}
API=$(aws apigateway get-rest-apis --query "items[?name=='$API_NAME'].id" --output text)

# step: least-privilege
for POLICY in $(aws iam list-attached-role-policies --role-name "$ROLE" \
  --query "AttachedPolicies[?contains(PolicyName, 'FullAccess')].PolicyArn" --output text); do
  aws iam detach-role-policy --role-name "$ROLE" --policy-arn "$POLICY"
done
aws iam list-attached-role-policies --role-name "$ROLE"
aws iam list-role-policies --role-name "$ROLE"

# step: errors-as-json
rm -f code.zip
zip -q -j code.zip "labs/07-good-habits/solution/$FILE"
aws lambda update-function-code --function-name "$FUNCTION" --zip-file fileb://code.zip
aws lambda wait function-updated --function-name "$FUNCTION"
echo '{"queryStringParameters": null}' > event.json
aws lambda invoke --function-name "$FUNCTION" --payload fileb://event.json out.json
cat out.json

# step: warm-start
echo '{"queryStringParameters": {"input_text": "おはよう"}}' > event.json
aws lambda invoke --function-name "$FUNCTION" --payload fileb://event.json out.json
aws lambda invoke --function-name "$FUNCTION" --payload fileb://event.json out.json
aws logs filter-log-events --log-group-name "/aws/lambda/$FUNCTION" --filter-pattern warm \
  --query 'events[].message' --output text

# step: validator
TRANSLATE=$(aws apigateway get-resources --rest-api-id "$API" --query "items[?path=='/translate'].id" \
  --output text)
VALIDATOR=$(aws apigateway create-request-validator --rest-api-id "$API" --name parameters \
  --validate-request-parameters --query id --output text)
aws apigateway update-method --rest-api-id "$API" --resource-id "$TRANSLATE" --http-method GET \
  --patch-operations "op=replace,path=/requestValidatorId,value=$VALIDATOR"
aws apigateway create-deployment --rest-api-id "$API" --stage-name "$STAGE"
URL=https://$API.execute-api.$REGION.amazonaws.com/$STAGE
# In the sandbox, API_ENDPOINT says where your APIs answer.
if [ -n "$API_ENDPOINT" ]; then URL=$API_ENDPOINT/_api/$API/$STAGE; fi
curl "$URL/translate"

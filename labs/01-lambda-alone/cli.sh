# step: names
export AWS_PAGER=""
FUNCTION=translate-function
# As the console names it: eight letters or digits at the end.
ROLE=$FUNCTION-role-handson1
RUNTIME=python3.14
HANDLER=lambda_function.lambda_handler
FILE=python/lambda_function.py
# For Node.js: RUNTIME=nodejs24.x HANDLER=index.handler FILE=node/index.mjs

# step: create-function
aws iam create-role --role-name "$ROLE" --path /service-role/ --assume-role-policy-document '{
  "Version": "2012-10-17",
  "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]
}'
ROLE_ARN=$(aws iam get-role --role-name "$ROLE" --query Role.Arn --output text)
# Lambda sees a new role only after some seconds.
sleep "${PAUSE:-10}"
rm -f code.zip
zip -q -j code.zip "labs/01-lambda-alone/starter/$FILE"
aws lambda create-function --function-name "$FUNCTION" --runtime "$RUNTIME" --handler "$HANDLER" \
  --role "$ROLE_ARN" --zip-file fileb://code.zip
aws lambda wait function-active --function-name "$FUNCTION"

# step: role-may-log
aws iam attach-role-policy --role-name "$ROLE" \
  --policy-arn arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
aws iam list-attached-role-policies --role-name "$ROLE"

# step: memory-and-timeout
aws lambda update-function-configuration --function-name "$FUNCTION" --memory-size 256 --timeout 10
aws lambda wait function-updated --function-name "$FUNCTION"

# step: test-run
echo '{"key1": "value1", "key2": "value2", "key3": "value3"}' > event.json
aws lambda invoke --function-name "$FUNCTION" --payload fileb://event.json out.json
cat out.json

# step: add-logging
rm -f code.zip
zip -q -j code.zip "labs/01-lambda-alone/solution/$FILE"
aws lambda update-function-code --function-name "$FUNCTION" --zip-file fileb://code.zip
aws lambda wait function-updated --function-name "$FUNCTION"
aws lambda invoke --function-name "$FUNCTION" --payload fileb://event.json out.json
aws logs filter-log-events --log-group-name "/aws/lambda/$FUNCTION" --query 'events[].message' --output text

# step: log-retention
aws logs put-retention-policy --log-group-name "/aws/lambda/$FUNCTION" --retention-in-days 7

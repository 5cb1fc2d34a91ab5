# step: names
export AWS_PAGER=""
FUNCTION=translate-function
FILE=python/lambda_function.py
# For Node.js: FILE=node/index.mjs

# step: role-may-translate
ROLE_ARN=$(aws lambda get-function-configuration --function-name "$FUNCTION" --query Role --output text)
ROLE=${ROLE_ARN##*/}
aws iam put-role-policy --role-name "$ROLE" --policy-name translate --policy-document '{
  "Version": "2012-10-17",
  "Statement": [{"Effect": "Allow", "Action": "translate:TranslateText", "Resource": "*"}]
}'

# step: code-translates
rm -f code.zip
zip -q -j code.zip "labs/02-call-translate/solution/$FILE"
aws lambda update-function-code --function-name "$FUNCTION" --zip-file fileb://code.zip
aws lambda wait function-updated --function-name "$FUNCTION"

# step: tested
echo '{"key1": "value1"}' > event.json
aws lambda invoke --function-name "$FUNCTION" --payload fileb://event.json out.json
cat out.json

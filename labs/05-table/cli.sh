# step: names
export AWS_PAGER=""
TABLE=translate-history

# step: create-table
aws dynamodb create-table --table-name "$TABLE" \
  --attribute-definitions AttributeName=timestamp,AttributeType=S \
  --key-schema AttributeName=timestamp,KeyType=HASH \
  --billing-mode PROVISIONED --provisioned-throughput ReadCapacityUnits=1,WriteCapacityUnits=1
aws dynamodb wait table-exists --table-name "$TABLE"

# step: capacity
aws dynamodb describe-table --table-name "$TABLE" --query Table.ProvisionedThroughput
aws application-autoscaling describe-scalable-targets --service-namespace dynamodb \
  --resource-ids "table/$TABLE"

# step: first-item
cat > item.json <<'END'
{
  "timestamp": {"S": "20261120120000"},
  "input_text": {"S": "こんにちは"},
  "output_text": {"S": "Hello"}
}
END
aws dynamodb put-item --table-name "$TABLE" --item file://item.json
aws dynamodb scan --table-name "$TABLE"

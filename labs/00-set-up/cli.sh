# step: names
export AWS_PAGER=""
REGION=ap-northeast-1
EMAIL=you@example.com

# step: account-answers
aws sts get-caller-identity
ACCOUNT=$(aws sts get-caller-identity --query Account --output text)

# step: translate-answers
aws translate translate-text --region "$REGION" --source-language-code ja --target-language-code en \
  --text おはよう

# step: budget-alarm
aws budgets create-budget --account-id "$ACCOUNT" --budget '{
  "BudgetName": "serverless-hands-on",
  "BudgetType": "COST",
  "TimeUnit": "MONTHLY",
  "BudgetLimit": {"Amount": "1", "Unit": "USD"}
}' --notifications-with-subscribers '[{
  "Notification": {
    "NotificationType": "ACTUAL",
    "ComparisonOperator": "GREATER_THAN",
    "Threshold": 80,
    "ThresholdType": "PERCENTAGE"
  },
  "Subscribers": [{"SubscriptionType": "EMAIL", "Address": "'"$EMAIL"'"}]
}]'

# step: concurrency-quota
aws lambda get-account-settings --query AccountLimit.ConcurrentExecutions

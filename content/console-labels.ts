/**
 * What the AWS console calls its buttons and tabs: the only place where lessons take them from. `seen` is the date of AWS's
 * documentation that names the English label. `jaSeen` is the same for the Japanese one; where it is absent nobody has
 * compared it with the screen yet, and the page says so. Vietnamese readers see English: the console has no Vietnamese.
 */
export interface ConsoleLabel {
  en: string;
  ja: string;
  seen: string;
  jaSeen?: string;
}

const lambda = '2026-10';
const gateway = '2026-04';
const other = '2026-04';

export const consoleLabels: Readonly<Record<string, ConsoleLabel>> = {
  // Lambda
  'create-function': { en: 'Create function', ja: '関数の作成', seen: lambda },
  'author-from-scratch': { en: 'Author from scratch', ja: '一から作成', seen: lambda },
  'create-default-role': { en: 'Create default role', ja: 'デフォルトのロールを作成', seen: lambda },
  'use-another-role': { en: 'Use another role', ja: '別のロールを使用', seen: lambda },
  code: { en: 'Code', ja: 'コード', seen: lambda },
  'runtime-settings': { en: 'Runtime settings', ja: 'ランタイム設定', seen: lambda },
  'deploy-code': { en: 'Deploy', ja: 'Deploy', seen: lambda },
  test: { en: 'Test', ja: 'テスト', seen: lambda },
  'create-new-event': { en: 'Create new event', ja: '新しいイベントを作成', seen: lambda },
  configuration: { en: 'Configuration', ja: '設定', seen: lambda },
  'general-configuration': { en: 'General configuration', ja: '一般設定', seen: lambda },
  permissions: { en: 'Permissions', ja: 'アクセス権限', seen: lambda },
  'execution-role': { en: 'Execution role', ja: '実行ロール', seen: lambda },
  'environment-variables': { en: 'Environment variables', ja: '環境変数', seen: lambda },
  monitor: { en: 'Monitor', ja: 'モニタリング', seen: lambda },
  'view-cloudwatch-logs': { en: 'View CloudWatch logs', ja: 'CloudWatch ログを表示', seen: lambda },
  triggers: { en: 'Triggers', ja: 'トリガー', seen: lambda },

  // API Gateway
  'create-api': { en: 'Create API', ja: 'API を作成', seen: gateway },
  'build-api': { en: 'Build', ja: '構築', seen: gateway },
  'rest-api': { en: 'REST API', ja: 'REST API', seen: gateway },
  'new-api': { en: 'New API', ja: '新しい API', seen: gateway },
  regional: { en: 'Regional', ja: 'リージョン', seen: gateway },
  resources: { en: 'Resources', ja: 'リソース', seen: gateway },
  'create-resource': { en: 'Create resource', ja: 'リソースを作成', seen: gateway },
  'create-method': { en: 'Create method', ja: 'メソッドを作成', seen: gateway },
  'method-request': { en: 'Method request', ja: 'メソッドリクエスト', seen: gateway },
  'integration-request': { en: 'Integration request', ja: '統合リクエスト', seen: gateway },
  'integration-response': { en: 'Integration response', ja: '統合レスポンス', seen: gateway },
  'method-response': { en: 'Method response', ja: 'メソッドレスポンス', seen: gateway },
  'mapping-templates': { en: 'Mapping templates', ja: 'マッピングテンプレート', seen: gateway },
  mock: { en: 'Mock', ja: 'Mock', seen: gateway },
  'lambda-function': { en: 'Lambda function', ja: 'Lambda 関数', seen: gateway },
  'lambda-proxy-integration': { en: 'Lambda proxy integration', ja: 'Lambda プロキシ統合', seen: gateway },
  'url-query-string-parameters': {
    en: 'URL query string parameters',
    ja: 'URL クエリ文字列パラメータ',
    seen: gateway,
  },
  'add-query-string': { en: 'Add query string', ja: 'クエリ文字列を追加', seen: gateway },
  required: { en: 'Required', ja: '必須', seen: gateway },
  'deploy-api': { en: 'Deploy API', ja: 'API をデプロイ', seen: gateway },
  'new-stage': { en: 'New stage', ja: '新しいステージ', seen: gateway },
  'stage-name': { en: 'Stage name', ja: 'ステージ名', seen: gateway },
  stages: { en: 'Stages', ja: 'ステージ', seen: gateway },
  'stage-details': { en: 'Stage details', ja: 'ステージの詳細', seen: gateway },
  throttling: { en: 'Throttling', ja: 'スロットリング', seen: gateway },
  'request-validator': { en: 'Request validator', ja: 'リクエストバリデーター', seen: gateway },
  'invoke-url': { en: 'Invoke URL', ja: 'URL を呼び出す', seen: gateway },

  // DynamoDB
  tables: { en: 'Tables', ja: 'テーブル', seen: other },
  'create-table': { en: 'Create table', ja: 'テーブルの作成', seen: other },
  'partition-key': { en: 'Partition key', ja: 'パーティションキー', seen: other },
  'sort-key': { en: 'Sort key', ja: 'ソートキー', seen: other },
  'customize-settings': { en: 'Customize settings', ja: '設定をカスタマイズ', seen: other },
  'table-settings': { en: 'Table settings', ja: 'テーブル設定', seen: other },
  'default-settings': { en: 'Default settings', ja: 'デフォルト設定', seen: other },
  'on-demand': { en: 'On-demand', ja: 'オンデマンド', seen: other },
  provisioned: { en: 'Provisioned', ja: 'プロビジョンド', seen: other },
  'auto-scaling': { en: 'Auto scaling', ja: 'Auto Scaling', seen: other },
  off: { en: 'Off', ja: 'オフ', seen: other },
  'additional-settings': { en: 'Additional settings', ja: '追加の設定', seen: other },
  'read-write-capacity': {
    en: 'Read/write capacity',
    ja: '読み込み/書き込みキャパシティー',
    seen: other,
  },
  'capacity-mode': { en: 'Capacity mode', ja: 'キャパシティーモード', seen: other },
  'explore-table-items': { en: 'Explore table items', ja: 'テーブルアイテムの探索', seen: other },
  'explore-items': { en: 'Explore items', ja: '項目を探索', seen: other },
  'create-item': { en: 'Create item', ja: '項目を作成', seen: other },
  'add-new-attribute': { en: 'Add new attribute', ja: '新しい属性の追加', seen: other },
  run: { en: 'Run', ja: '実行する', seen: other },
  scan: { en: 'Scan', ja: 'スキャン', seen: other },
  query: { en: 'Query', ja: 'クエリ', seen: other },

  // IAM, CloudWatch, Billing
  'add-permissions': { en: 'Add permissions', ja: '許可を追加', seen: other },
  'attach-policies': { en: 'Attach policies', ja: 'ポリシーをアタッチ', seen: other },
  'create-inline-policy': { en: 'Create inline policy', ja: 'インラインポリシーを作成', seen: other },
  'create-policy': { en: 'Create policy', ja: 'ポリシーの作成', seen: other },
  'log-groups': { en: 'Log groups', ja: 'ロググループ', seen: other },
  'edit-retention': { en: 'Edit retention setting(s)', ja: '保持設定を編集', seen: other },
  budgets: { en: 'Budgets', ja: '予算', seen: other },
  'create-budget': { en: 'Create budget', ja: '予算を作成', seen: other },

  // Everywhere
  actions: { en: 'Actions', ja: 'アクション', seen: other },
  create: { en: 'Create', ja: '作成', seen: other },
  delete: { en: 'Delete', ja: '削除', seen: other },
  edit: { en: 'Edit', ja: '編集', seen: other },
  save: { en: 'Save', ja: '保存', seen: other },
  'save-changes': { en: 'Save changes', ja: '変更を保存', seen: other },
  next: { en: 'Next', ja: '次へ', seen: other },
};

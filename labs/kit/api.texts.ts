import { defineTexts } from './text.ts';

export const texts = defineTexts({
  absent: {
    en: 'There is no REST API {name} in {region} yet. (An HTTP API is another thing, and is not looked for.)',
    ja: '{region} に REST API {name} はまだありません（HTTP API は別の種類なので対象外です）。',
    vi: 'Chưa có REST API {name} ở {region}. (HTTP API là loại khác, phần kiểm tra không tìm loại đó.)',
  },
  absentNext: {
    en: 'API Gateway › Create API › REST API › Build › New API, name {name}, endpoint type Regional.',
    ja: 'API Gateway ›「API を作成」› REST API の「構築」›「新しい API」、名前は {name}、エンドポイントタイプは「リージョン」。',
    vi: 'API Gateway › Create API › REST API › Build › New API, tên {name}, endpoint type Regional.',
  },
  elsewhere: {
    en: 'There is no API {name} in {region}, but there is one in {other}.',
    ja: '{region} に API {name} はありませんが、{other} にあります。',
    vi: 'Không có API {name} ở {region}, nhưng lại có ở {other}.',
  },
  elsewhereNext: {
    en: 'An API must be where its function is. Switch the region at the top right and create it there, or go on in {other}: handson use aws --region {other}',
    ja: 'API は関数と同じリージョンに必要です。右上でリージョンを切り替えて作り直すか、{other} で続けてください: handson use aws --region {other}',
    vi: 'API phải ở cùng region với hàm. Đổi region ở góc trên bên phải rồi tạo lại, hoặc tiếp tục ở {other}: handson use aws --region {other}',
  },
  similar: {
    en: 'There is an API "{similar}" in {region}, but not {name}: names must match letter by letter.',
    ja: '{region} に「{similar}」という API はありますが、{name} ではありません。名前は一字一句同じにする必要があります。',
    vi: 'Ở {region} có API "{similar}" nhưng không có {name}: tên phải khớp từng chữ.',
  },
  similarNext: {
    en: 'Rename it: open the API › API settings › Edit, name {name}.',
    ja: '名前を変えられます: API を開く ›「API の設定」›「編集」で {name} にします。',
    vi: 'Có thể đổi tên: mở API › API settings › Edit, đặt tên {name}.',
  },
  several: {
    en: 'There are several APIs named {name}: {ids}. I cannot tell which one you mean.',
    ja: '{name} という API が複数あります: {ids}。どれのことか判断できません。',
    vi: 'Có nhiều API cùng tên {name}: {ids}. Tôi không biết bạn muốn nói API nào.',
  },
  severalNext: {
    en: 'Delete those you do not need, or say which one: handson check --api {id}',
    ja: '要らないものを削除するか、どれかを指定してください: handson check --api {id}',
    vi: 'Xoá những cái không cần, hoặc chỉ rõ: handson check --api {id}',
  },
  noStage: {
    en: 'The API is not deployed to a stage {stage} yet.',
    ja: 'API がステージ {stage} にまだデプロイされていません。',
    vi: 'API chưa được deploy lên stage {stage}.',
  },
  notInSnapshot: {
    en: '{path} is in the draft, but not in what is deployed to {stage}. What you edit is a draft until it is deployed.',
    ja: '{path} は編集中の API にはありますが、{stage} にデプロイされた内容には入っていません。編集した内容は、デプロイして初めて公開されます。',
    vi: '{path} có trong bản nháp, nhưng không có trong bản đã deploy lên {stage}. Những gì bạn sửa chỉ là nháp cho đến khi deploy.',
  },
  deployNext: {
    en: 'Press Deploy API at the top right of Resources, stage {stage}, Deploy.',
    ja: '「リソース」右上の「API をデプロイ」を押し、ステージ {stage} を選んで「デプロイ」。',
    vi: 'Bấm Deploy API ở góc trên bên phải mục Resources, chọn stage {stage}, rồi Deploy.',
  },
  fresh: {
    en: 'The stage was changed a moment ago and answers {status}; API Gateway needs some seconds.',
    ja: 'ステージはたった今変更されたばかりで、応答は {status} です。API Gateway の反映には数秒かかります。',
    vi: 'Stage vừa được thay đổi và trả lời {status}; API Gateway cần vài giây.',
  },
  freshNext: {
    en: 'Look again in a moment: handson check',
    ja: '少し待って、もう一度: handson check',
    vi: 'Đợi một chút rồi xem lại: handson check',
  },
  wrongStatus: {
    en: 'GET {url} answered {status}: {body}',
    ja: 'GET {url} の応答は {status} でした: {body}',
    vi: 'GET {url} trả lời {status}: {body}',
  },
  missingToken: {
    en: 'GET {url} answered 403 "Missing Authentication Token": API Gateway’s way to say that this path is not deployed.',
    ja: 'GET {url} の応答は 403 "Missing Authentication Token" でした。API Gateway では「そのパスはデプロイされていない」という意味です。',
    vi: 'GET {url} trả lời 403 "Missing Authentication Token": cách API Gateway nói rằng đường dẫn này chưa được deploy.',
  },
  apiKey: {
    en: 'GET {url} answered 403 "Forbidden": the method asks for an API key.',
    ja: 'GET {url} の応答は 403 "Forbidden" でした。メソッドが API キーを要求しています。',
    vi: 'GET {url} trả lời 403 "Forbidden": method đang đòi API key.',
  },
  apiKeyNext: {
    en: 'Method request › Edit: API key required off; then Deploy API.',
    ja: '「メソッドリクエスト」›「編集」で「API キーは必須です」を外し、「API をデプロイ」。',
    vi: 'Method request › Edit: bỏ chọn API key required; rồi Deploy API.',
  },
  slowDown: {
    en: 'GET {url} answered 429: the stage’s throttle, or a quota, let no more through.',
    ja: 'GET {url} の応答は 429 でした。ステージのスロットリングかクォータに達しています。',
    vi: 'GET {url} trả lời 429: giới hạn tốc độ của stage hoặc hạn mức không cho qua nữa.',
  },
  unavailable: {
    en: 'GET {url} answered 503: API Gateway itself is out of order for the moment. Nothing is wrong with your work.',
    ja: 'GET {url} の応答は 503 でした。API Gateway 側の一時的な不調です。あなたの作業に問題はありません。',
    vi: 'GET {url} trả lời 503: chính API Gateway đang tạm gián đoạn. Bài làm của bạn không sai.',
  },
  slowDownNext: {
    en: 'Wait some seconds, then: handson check',
    ja: '数秒待ってから: handson check',
    vi: 'Đợi vài giây rồi: handson check',
  },
});

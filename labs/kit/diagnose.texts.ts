import { defineTexts } from './text.ts';

export const texts = defineTexts({
  permission: {
    en: 'The code ran, but its role {role} may not do {action}.',
    ja: 'コードは動きましたが、実行ロール {role} に {action} の権限がありません。',
    vi: 'Mã đã chạy, nhưng role {role} của hàm không được phép {action}.',
  },
  permissionNext: {
    en: 'Configuration › Permissions › the role › Add permissions › Create inline policy, with this statement: {policy}',
    ja: '「設定」›「アクセス権限」› ロール名 ›「許可を追加」›「インラインポリシーを作成」で、次のステートメントを足してください: {policy}',
    vi: 'Configuration › Permissions › mở role › Add permissions › Create inline policy, với statement này: {policy}',
  },
  timeout: {
    en: '{fn} was cut off after {seconds} seconds: its timeout is shorter than its work.',
    ja: '{fn} は {seconds} 秒で打ち切られました。タイムアウトが処理時間より短いようです。',
    vi: '{fn} bị ngắt sau {seconds} giây: thời gian chờ ngắn hơn thời gian xử lý.',
  },
  timeoutNext: {
    en: 'Configuration › General configuration › Edit: Timeout 10 sec.',
    ja: '「設定」›「一般設定」›「編集」でタイムアウトを 10 秒にしてください。',
    vi: 'Configuration › General configuration › Edit: đặt Timeout 10 sec.',
  },
  handler: {
    en: 'Lambda does not find the function to call in your file ({handler}).',
    ja: 'ファイルの中に、呼び出すべき関数が見つかりません（{handler}）。',
    vi: 'Lambda không tìm thấy hàm cần gọi trong tệp của bạn ({handler}).',
  },
  handlerNext: {
    en: 'Code › Runtime settings › Handler must be FILE.FUNCTION, as lambda_function.lambda_handler or index.handler.',
    ja: '「コード」›「ランタイム設定」›「ハンドラ」を「ファイル名.関数名」にしてください（例: lambda_function.lambda_handler、index.handler）。',
    vi: 'Code › Runtime settings › Handler phải là TÊN_TỆP.TÊN_HÀM, ví dụ lambda_function.lambda_handler hoặc index.handler.',
  },
  syntax: {
    en: 'The code cannot be read: {message}',
    ja: 'コードに文法の誤りがあります: {message}',
    vi: 'Mã bị lỗi cú pháp: {message}',
  },
  syntaxNext: {
    en: 'Look at the line that is named, often a bracket or an indent; then press Deploy.',
    ja: '示された行を見直し（括弧の閉じ忘れや字下げが多いです）、「Deploy」を押してください。',
    vi: 'Xem lại dòng được nêu (thường là thiếu ngoặc hoặc sai thụt dòng), rồi bấm Deploy.',
  },
  importError: {
    en: 'The code imports {module}, which is not there.',
    ja: 'コードが {module} を import していますが、見つかりません。',
    vi: 'Mã import {module} nhưng không có module đó.',
  },
  importNext: {
    en: 'Look at the spelling of the import, and that the file’s name fits the handler; then press Deploy.',
    ja: 'import のつづりと、ファイル名がハンドラーの設定と合っているかを確かめ、「Deploy」を押してください。',
    vi: 'Kiểm tra chính tả của import và tên tệp có khớp handler không, rồi bấm Deploy.',
  },
  queryNull: {
    en: 'The code reads queryStringParameters, but this call brought none: it is null.',
    ja: 'コードが queryStringParameters を読んでいますが、この呼び出しでは null でした。',
    vi: 'Mã đọc queryStringParameters, nhưng lần gọi này không có: giá trị là null.',
  },
  queryNullNext: {
    en: 'Call it with ?input_text=…; and read it so that a call without does not break: (event.get("queryStringParameters") or {}).',
    ja: '?input_text=… を付けて呼び出してください。付けない呼び出しでもエラーにならない読み方: (event.get("queryStringParameters") or {})。',
    vi: 'Gọi kèm ?input_text=…; và đọc sao cho dù thiếu cũng không lỗi: (event.get("queryStringParameters") or {}).',
  },
  tableMissing: {
    en: 'The code writes to a table that is not there: another name, or another region.',
    ja: 'コードが書き込もうとしたテーブルがありません。テーブル名かリージョンが違うようです。',
    vi: 'Mã ghi vào một bảng không tồn tại: sai tên hoặc sai region.',
  },
  tableMissingNext: {
    en: 'The name in the code must be that of the table of lab 5, letter by letter; then press Deploy.',
    ja: 'コード中の名前をラボ 5 のテーブル名と一字一句同じにして、「Deploy」を押してください。',
    vi: 'Tên trong mã phải khớp từng chữ với bảng của lab 5; rồi bấm Deploy.',
  },
  wrongKey: {
    en: 'The item does not fit the table’s key: {message}',
    ja: '項目がテーブルのキーに合っていません: {message}',
    vi: 'Item được ghi không khớp với khoá của bảng: {message}',
  },
  wrongKeyNext: {
    en: 'The item needs the attribute timestamp, as a string; then press Deploy.',
    ja: '項目には文字列型の属性 timestamp が必要です。直して「Deploy」を押してください。',
    vi: 'Item cần thuộc tính timestamp kiểu chuỗi; sửa rồi bấm Deploy.',
  },
  languagePair: {
    en: 'Translate does not know one of the language codes. Japanese is ja (not jp), Vietnamese vi, English en.',
    ja: 'Translate が知らない言語コードです。日本語は ja（jp ではありません）、ベトナム語は vi、英語は en です。',
    vi: 'Translate không biết một trong các mã ngôn ngữ. Tiếng Nhật là ja (không phải jp), tiếng Việt vi, tiếng Anh en.',
  },
  languagePairNext: {
    en: 'Correct SourceLanguageCode and TargetLanguageCode, then press Deploy.',
    ja: 'SourceLanguageCode と TargetLanguageCode を直して「Deploy」を押してください。',
    vi: 'Sửa SourceLanguageCode và TargetLanguageCode, rồi bấm Deploy.',
  },
  other: {
    en: 'The function failed with {type}: {message}',
    ja: '関数がエラー {type} で失敗しました: {message}',
    vi: 'Hàm bị lỗi {type}: {message}',
  },
  otherNext: {
    en: 'The whole of it is in the log: Monitor › View CloudWatch logs. Mend the code and press Deploy.',
    ja: '詳しくはログにあります:「モニタリング」›「CloudWatch ログを表示」。コードを直して「Deploy」を押してください。',
    vi: 'Chi tiết có trong log: Monitor › View CloudWatch logs. Sửa mã rồi bấm Deploy.',
  },
  outage: {
    en: '{fn} ran, but a service that it called was busy or broken ({code}). Your work may well be right.',
    ja: '{fn} は動きましたが、呼び出し先のサービスが混雑しているか不調です（{code}）。あなたの作業は正しいかもしれません。',
    vi: '{fn} đã chạy, nhưng dịch vụ mà nó gọi đang bận hoặc gặp lỗi ({code}). Bài làm của bạn có thể vẫn đúng.',
  },
  outageNext: {
    en: 'Wait a minute, then: handson check',
    ja: '1 分ほど待ってから: handson check',
    vi: 'Đợi một phút rồi: handson check',
  },
});

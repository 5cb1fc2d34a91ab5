import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  title: {
    en: 'A table that remembers',
    ja: '履歴を残すテーブルを作る',
    vi: 'Một bảng biết ghi nhớ',
  },
  cost: {
    en: 'Nothing while all your provisioned tables together stay within the always-free 25 read and 25 write units; at list price 0.57 US dollars a month for as long as the table stands (as of November 2026).',
    ja: 'アカウント内のプロビジョンドテーブルの合計が常時無料枠（読み込み 25・書き込み 25 ユニット）に収まるかぎり無料です。定価では、テーブルがある間、月 0.57 米ドル（2026 年 11 月時点）。',
    vi: 'Miễn phí khi tổng các bảng provisioned của bạn còn nằm trong mức miễn phí vĩnh viễn (25 đơn vị đọc và 25 đơn vị ghi); theo giá niêm yết là 0,57 đô la Mỹ mỗi tháng chừng nào bảng còn tồn tại (tính đến tháng 11/2026).',
  },

  createTitle: {
    en: 'Create the table, with timestamp as its key',
    ja: 'timestamp をキーにしてテーブルを作成する',
    vi: 'Tạo bảng, dùng timestamp làm khoá',
  },
  createHint1: {
    en: 'A DynamoDB table asks for two things only: its name, and the attribute by which an item is found again.',
    ja: 'DynamoDB のテーブルに必要なのは 2 つだけ。テーブル名と、項目を特定するための属性（キー）です。',
    vi: 'Bảng DynamoDB chỉ cần hai thứ: tên, và thuộc tính dùng để tìm lại từng item.',
  },
  createHint2: {
    en: 'That attribute is the partition key. Here it is the moment of the translation, written as text, so its type is String; there is no sort key.',
    ja: 'その属性がパーティションキーです。ここでは翻訳した日時を文字列で入れるので、型は「文字列」。ソートキーは要りません。',
    vi: 'Thuộc tính đó là partition key. Ở đây nó là thời điểm dịch, viết dưới dạng chuỗi, nên kiểu là String; không cần sort key.',
  },
  createAnswer: {
    en: 'DynamoDB › Tables › Create table. Table name: translate-history (with your prefix, if you have one). Partition key: timestamp, String. Sort key: leave empty.',
    ja: 'DynamoDB ›「テーブル」›「テーブルの作成」。テーブル名: translate-history（プレフィックスがあれば付ける）。パーティションキー: timestamp、「文字列」。ソートキーは空のまま。',
    vi: 'DynamoDB › Tables › Create table. Table name: translate-history (kèm tiền tố nếu có). Partition key: timestamp, String. Sort key: để trống.',
  },
  creating: {
    en: 'The table is still being created.',
    ja: 'テーブルはまだ作成中です。',
    vi: 'Bảng vẫn đang được tạo.',
  },
  updating: {
    en: 'The table is still taking on its new settings.',
    ja: 'テーブルに新しい設定を反映中です。',
    vi: 'Bảng vẫn đang áp dụng thiết lập mới.',
  },
  creatingNext: {
    en: 'It takes some seconds: handson check',
    ja: '数秒で終わります: handson check',
    vi: 'Chỉ mất vài giây: handson check',
  },
  notActive: {
    en: 'The table is there, but in the state {state}.',
    ja: 'テーブルはありますが、状態が {state} です。',
    vi: 'Có bảng rồi nhưng đang ở trạng thái {state}.',
  },
  notActiveNext: {
    en: 'Wait until it is gone, then create it again: DynamoDB › Tables › Create table.',
    ja: '削除が終わるのを待って、作り直してください: DynamoDB ›「テーブル」›「テーブルの作成」。',
    vi: 'Đợi bảng biến mất hẳn rồi tạo lại: DynamoDB › Tables › Create table.',
  },
  keyType: {
    en: 'The partition key {key} is of the type {type}, not String: the function writes text there.',
    ja: 'パーティションキー {key} の型が「文字列」ではなく {type} です。関数はここに文字列を書き込みます。',
    vi: 'Partition key {key} có kiểu {type} chứ không phải String: hàm sẽ ghi chuỗi vào đó.',
  },
  keyName: {
    en: 'The partition key is called {key}, not timestamp: DynamoDB tells capitals and dashes apart.',
    ja: 'パーティションキーの名前が timestamp ではなく {key} です。DynamoDB は大文字と小文字や記号を区別します。',
    vi: 'Partition key đang tên là {key} chứ không phải timestamp: DynamoDB phân biệt chữ hoa và dấu gạch.',
  },
  sortKey: {
    en: 'The table also has a sort key, {key}. Then every item must bring it as well, and the course’s items do not.',
    ja: 'テーブルにソートキー {key} も付いています。すべての項目にその値が必要になりますが、講座の項目にはありません。',
    vi: 'Bảng còn có sort key {key}. Khi đó item nào cũng phải có nó, mà các item của khoá học thì không.',
  },
  recreateNext: {
    en: 'A table’s key cannot be changed. Delete {name}, and create it again with the partition key timestamp (String) and no sort key.',
    ja: 'テーブルのキーはあとから変えられません。{name} を削除し、パーティションキー timestamp（文字列）、ソートキーなしで作り直してください。',
    vi: 'Khoá của bảng không đổi được. Hãy xoá {name} rồi tạo lại với partition key timestamp (String), không có sort key.',
  },
  isProtected: {
    en: 'Deletion protection is on. That is fine for now; when you clean up, the table stays until you turn it off: Additional settings › Deletion protection.',
    ja: '削除保護がオンです。今はそのままでかまいませんが、片付けの際はオフにするまでテーブルが残ります:「追加の設定」›「削除保護」。',
    vi: 'Bảng đang bật tính năng chống xoá. Lúc này không sao; nhưng khi dọn dẹp, bảng sẽ còn lại cho đến khi bạn tắt tính năng này: Additional settings › Deletion protection.',
  },

  capacityTitle: {
    en: 'Provision 1 read unit and 1 write unit, and no more',
    ja: '読み込み 1・書き込み 1 ユニットに固定する',
    vi: 'Đặt dung lượng provisioned: đúng 1 đơn vị đọc và 1 đơn vị ghi',
  },
  capacityHint1: {
    en: 'There are two ways to pay for a table: for each request, or for a speed kept ready. This lab keeps the smallest speed ready.',
    ja: 'テーブルの料金には、リクエストごとに払う方式と、確保した性能に払う方式があります。ここでは最小の性能を確保します。',
    vi: 'Có hai cách trả tiền cho bảng: theo từng yêu cầu, hoặc theo tốc độ giữ sẵn. Lab này giữ sẵn tốc độ nhỏ nhất.',
  },
  capacityHint2: {
    en: 'When you create a table, the default settings mean on-demand. Choose Customize settings; for a table that is there, see Additional settings › Read/write capacity.',
    ja: '作成時の「デフォルト設定」はオンデマンドです。「設定をカスタマイズ」を選びます。作成済みなら「追加の設定」›「読み込み/書き込みキャパシティー」で変えられます。',
    vi: 'Khi tạo bảng, thiết lập mặc định nghĩa là on-demand. Hãy chọn Customize settings; với bảng đã có thì vào Additional settings › Read/write capacity.',
  },
  capacityAnswer: {
    en: 'Capacity mode Provisioned. For Read and for Write: Auto scaling Off, provisioned capacity units 1. Save.',
    ja: 'キャパシティーモードは「プロビジョンド」。読み込み・書き込みとも Auto Scaling は「オフ」、プロビジョンドキャパシティーユニットは 1 にして保存します。',
    vi: 'Capacity mode Provisioned. Với cả Read và Write: Auto scaling Off, provisioned capacity units 1. Save.',
  },
  onDemand: {
    en: 'The table is on-demand: it is paid by the request, and has no units.',
    ja: 'テーブルがオンデマンドになっています。リクエストごとの課金で、ユニットの指定がありません。',
    vi: 'Bảng đang ở chế độ on-demand: trả tiền theo từng yêu cầu, không có đơn vị nào.',
  },
  readUnits: {
    en: 'The table has {units} read units, not 1.',
    ja: '読み込みキャパシティーユニットが 1 ではなく {units} です。',
    vi: 'Bảng đang có {units} đơn vị đọc chứ không phải 1.',
  },
  writeUnits: {
    en: 'The table has {units} write units, not 1.',
    ja: '書き込みキャパシティーユニットが 1 ではなく {units} です。',
    vi: 'Bảng đang có {units} đơn vị ghi chứ không phải 1.',
  },
  capacityNext: {
    en: 'Additional settings › Read/write capacity › Edit: Provisioned, auto scaling Off, 1 unit each, Save.',
    ja: '「追加の設定」›「読み込み/書き込みキャパシティー」›「編集」で「プロビジョンド」、Auto Scaling「オフ」、各 1 ユニットにして保存。',
    vi: 'Additional settings › Read/write capacity › Edit: Provisioned, Auto scaling Off, mỗi loại 1 đơn vị, rồi Save.',
  },
  autoScaling: {
    en: 'Auto scaling is on (the console’s own default): under load the table would grow past 1 unit, and its alarms stay in CloudWatch.',
    ja: 'Auto Scaling がオンのままです（コンソールの初期値）。負荷がかかると 1 ユニットを超えて増え、CloudWatch にアラームも残ります。',
    vi: 'Auto scaling vẫn bật (mặc định của console): khi có tải, bảng sẽ vượt quá 1 đơn vị, và còn để lại cảnh báo trong CloudWatch.',
  },
  autoScalingNext: {
    en: 'Additional settings › Read/write capacity › Edit: Auto scaling Off for Read and for Write, Save.',
    ja: '「追加の設定」›「読み込み/書き込みキャパシティー」›「編集」で、読み込み・書き込み両方の Auto Scaling を「オフ」にして保存。',
    vi: 'Additional settings › Read/write capacity › Edit: tắt Auto scaling cho cả Read và Write, rồi Save.',
  },

  itemTitle: {
    en: 'Put an item into it by hand',
    ja: '項目を手で 1 件入れてみる',
    vi: 'Tự tay thêm một item',
  },
  itemHint1: {
    en: 'Only the key must be there; an item may bring any other attributes. (This step is content with any row: who wrote it cannot be told.)',
    ja: '必須なのはキーだけで、ほかの属性は自由です（誰が書いた行かは判別できないため、1 行あれば合格とします）。',
    vi: 'Chỉ khoá là bắt buộc; các thuộc tính khác tuỳ bạn. (Bước này chấp nhận mọi dòng: không thể biết ai đã ghi.)',
  },
  itemAnswer: {
    en: 'Explore items › Create item: timestamp = 20261120120000; Add new attribute › String: input_text = こんにちは, output_text = Hello. Create item.',
    ja: '「項目を探索」›「項目を作成」: timestamp = 20261120120000。「新しい属性の追加」›「文字列」で input_text = こんにちは、output_text = Hello。「項目を作成」。',
    vi: 'Explore items › Create item: timestamp = 20261120120000; Add new attribute › String: input_text = こんにちは, output_text = Hello. Create item.',
  },
  empty: {
    en: 'The table is empty.',
    ja: 'テーブルが空です。',
    vi: 'Bảng đang trống.',
  },
  onlyOurs: {
    en: 'The only rows in the table come from checks like this one; none is yours.',
    ja: 'テーブルにある行は、このチェックが書かせたものだけです。あなたの行はまだありません。',
    vi: 'Trong bảng chỉ có những dòng do các lần kiểm tra ghi; chưa có dòng nào của bạn.',
  },
  itemNext: {
    en: 'Open the table › Explore table items › Create item: give timestamp a value, and press Create item.',
    ja: 'テーブルを開く ›「テーブルアイテムの探索」›「項目を作成」: timestamp に値を入れて「項目を作成」。',
    vi: 'Mở bảng › Explore table items › Create item: điền giá trị cho timestamp rồi bấm Create item.',
  },
});

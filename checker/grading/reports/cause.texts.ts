import { defineTexts } from '#labs/kit/text.ts';

/** Why something could not be told, in words. */
export const texts = defineTexts({
  absent: { en: 'not there', ja: '存在しない', vi: 'không có' },
  different: { en: 'different', ja: '内容が異なる', vi: 'khác yêu cầu' },
  needs: { en: 'an earlier step comes first', ja: '前のステップが先', vi: 'phải xong bước trước' },
  late: { en: 'AWS is late', ja: 'AWS の反映待ち', vi: 'chờ AWS cập nhật' },
  denied: { en: 'access denied', ja: 'アクセス拒否', vi: 'bị từ chối truy cập' },
  throttled: { en: 'throttled', ja: 'リクエスト制限', vi: 'bị giới hạn tần suất' },
  expired: { en: 'credentials expired', ja: '認証情報の期限切れ', vi: 'thông tin đăng nhập hết hạn' },
  'not-subscribed': {
    en: 'service not activated',
    ja: 'サービスが有効化されていない',
    vi: 'dịch vụ chưa kích hoạt',
  },
  'wrong-account': { en: 'another account', ja: '別のアカウント', vi: 'sai tài khoản' },
  region: { en: 'region not enabled', ja: 'リージョンが無効', vi: 'region chưa bật' },
  network: { en: 'no connection', ja: '接続できない', vi: 'không kết nối được' },
  clock: { en: 'clock is wrong', ja: '時計がずれている', vi: 'đồng hồ sai giờ' },
  broken: { en: 'a fault of the check', ja: 'チェック側の不具合', vi: 'lỗi của phần kiểm tra' },
});

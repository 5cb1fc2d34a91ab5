/** What a page that means harm tries at the board, and what it gets. */
export function hostileReader(board: string): string {
  const target = `${board}/class/spring`;
  return `<!doctype html><meta charset="utf-8"><title>working</title><script>
  var got = {};
  var ask = function (name, options) {
    return fetch('${target}', options).then(function (answer) {
      return answer.type === 'opaque' ? 'opaque' : answer.text();
    }).then(function (text) { got[name] = text; }, function (error) { got[name] = 'refused: ' + error.name; });
  };
  var tag = function (name, element, where, value) {
    return new Promise(function (done) {
      element.onload = function () { got[name] = 'loaded'; done(); };
      element.onerror = function () { got[name] = 'refused'; done(); };
      element[where] = value;
      document.head.append(element);
    });
  };
  var stream = new Promise(function (done) {
    var source = new EventSource('${target}/events');
    source.onopen = function () { got.stream = 'open'; done(); };
    source.onerror = function () { source.close(); got.stream = 'refused'; done(); };
  });
  var frame = function () {
    return new Promise(function (done) {
      var inside = document.createElement('iframe');
      inside.onload = function () {
        try { got.frame = 'read: ' + inside.contentWindow.document.title; } catch (error) { got.frame = 'refused'; }
        done();
      };
      inside.src = '${target}';
      document.documentElement.append(inside);
    });
  };
  var opened = function () {
    return new Promise(function (done) {
      var other = window.open('${target}');
      setTimeout(function () {
        try { got['opened window'] = 'read: ' + other.document.title; } catch (error) { got['opened window'] = 'refused'; }
        done();
      }, 1500);
    });
  };
  var style = document.createElement('link');
  style.rel = 'stylesheet';
  Promise.all([
    ask('page', {}), ask('blind page', { mode: 'no-cors' }), stream, frame(), opened(),
    tag('script', document.createElement('script'), 'src', '${board}/class/board.js'),
    tag('style', style, 'href', '${board}/class/board.css')
  ]).then(function () { document.title = 'done'; window.got = got; });
</script>`;
}

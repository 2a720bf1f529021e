#include "app/header_window.h"

#include "app/main_window.h"
#include "core/io/error.h"
#include "core/io/read_header.h"
#include "widgets/header_view.h"

namespace neuraxis {

namespace {

HeaderTree readOrSay(const QString& path) {
    try {
        return io::readHeader(path);
    } catch (const io::Error& error) {
        return {{}, error.sentence()};
    }
}

QList<HeaderView::Series> listed(const SeriesModel& series) {
    QList<HeaderView::Series> all;
    for (int row = 0; row < series.rowCount(); ++row)
        all << HeaderView::Series{series.at(row).id, series.data(series.index(row), Qt::DisplayRole).toString(),
                                  series.at(row).found.files};
    return all;
}

} // namespace

void showHeader(MainWindow& window, int left, int right) {
    const SeriesModel& series = window.files().series();
    if (const int shown = window.files().shownRow(); left < 0 && series.rowCount() > 0)
        left = series.at(std::max(0, shown)).id;
    auto* view = window.findChild<HeaderView*>(QString(), Qt::FindDirectChildrenOnly);
    if (!view) {
        view = new HeaderView(readOrSay, &window);
        QObject::connect(&series, &QAbstractItemModel::rowsInserted, view,
                         [&series, view] { view->setSeries(listed(series)); });
        view->setSeries(listed(series));
    }
    view->choose(left, right);
    view->show();
    view->raise();
    view->activateWindow();
}

} // namespace neuraxis

#include "widgets/volume_table.h"

#include "core/model/fourth.h"
#include "core/model/words.h"
#include "widgets/form_parts.h"
#include "widgets/value_table.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <algorithm>
#include <cmath>

namespace neuraxis {

void VolumeTableModel::show(const std::shared_ptr<const Volume>& volume, const std::vector<int>& walked) {
    if (volume == series && walked == rows) return;
    beginResetModel();
    series = volume;
    rows = walked;
    columns = {{tr("Volume"), [](int index) { return QString::number(index + 1); }}};
    const VolumeHeader& header = series->header();
    const auto count = static_cast<std::size_t>(header.volumes);
    for (const VolumeProperty& property : volumeProperties()) {
        if (!property.words) continue; // the number itself
        std::vector<double> values = property.values(header);
        if (values.empty() || (property.name != u"b" && tellingValues(property, header).empty())) continue;
        columns.push_back({QStringLiteral("%1 (%2)").arg(property.symbol, property.unit), [values](int index) {
                               const double value = values[static_cast<std::size_t>(index)];
                               return std::isfinite(value) ? QString::number(value, 'g', 6) : QString();
                           }});
    }
    if (header.fourth.bVectors.size() == count)
        columns.push_back({tr("Direction"),
                           [this](int index) {
                               return directionInWords(
                                   series->header().fourth.bVectors[static_cast<std::size_t>(index)]);
                           },
                           false});
    if (header.fourth.labels.size() == count)
        columns.push_back({tr("Kind"),
                           [this](int index) {
                               return labelInWords(series->header().fourth.labels[static_cast<std::size_t>(index)]);
                           },
                           false});
    endResetModel();
}

int VolumeTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows.size());
}

int VolumeTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns.size());
}

QVariant VolumeTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Column& column = columns[static_cast<std::size_t>(index.column())];
    if (role == Qt::DisplayRole) return column.text(volumeOf(index.row()));
    if (role == Qt::TextAlignmentRole)
        return QVariant((column.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

QVariant VolumeTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section >= columnCount()) return {};
    const Column& column = columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) return column.title;
    if (role == Qt::TextAlignmentRole)
        return QVariant((column.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

int VolumeTableModel::rowOf(int volume) const {
    const auto at = std::lower_bound(rows.begin(), rows.end(), volume);
    return at == rows.end() || *at != volume ? -1 : static_cast<int>(at - rows.begin());
}

VolumeTable::VolumeTable(Review& review, Navigation& navigation, QWidget* parent)
    : QWidget(parent), review(review), navigation(navigation) {
    setObjectName(QStringLiteral("volumeTable"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    model = new VolumeTableModel(this);
    view = rowTable(model, tr("Volumes of the series"));
    auto* title = new QLabel(tr("Volumes of the series"));
    title->setObjectName(QStringLiteral("stripTitle"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 8, 12, 0);
    rows->setSpacing(4);
    rows->addWidget(title);
    rows->addWidget(view, 1);
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& row) {
        if (showing || !row.isValid()) return;
        NavigationState next = this->navigation.state();
        next.volume = model->volumeOf(row.row());
        this->navigation.set(next);
    });
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        view->resizeColumnsToContents();
        const int scrollBar = view->verticalScrollBar()->sizeHint().width();
        view->setFixedWidth(std::min(view->horizontalHeader()->length() + scrollBar, 520));
    });
    connect(&review, &Review::changed, this, &VolumeTable::showState);
    connect(&navigation, &Navigation::changed, this, &VolumeTable::showState);
    keepKeysWithViews(this);
}

void VolumeTable::showEvent(QShowEvent*) { showState(); }

void VolumeTable::showState() {
    if (!isVisible()) return;
    const int layer = seriesLayer(review.state(), navigation.state());
    if (layer < 0) return;
    const auto& volume = review.state().layers[static_cast<std::size_t>(layer)].volume;
    showing = true;
    model->show(volume, walkedVolumes(volume->header(), navigation.state()));
    const QModelIndex row = model->index(model->rowOf(volumeIndex(volume->header(), navigation.state())), 0);
    if (row != view->currentIndex()) view->setCurrentIndex(row);
    showing = false;
}

} // namespace neuraxis

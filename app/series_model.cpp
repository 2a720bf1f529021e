#include "app/series_model.h"

#include "core/render/snapshot.h"

#include <algorithm>

namespace neuraxis {

void SeriesModel::clear() {
    beginResetModel();
    entries.clear();
    endResetModel();
}

void SeriesModel::add(const std::vector<io::Found>& found, int firstId,
                      const std::function<QString(const io::Found&)>& visitOf) {
    if (found.empty()) return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(found.size()) - 1);
    for (const io::Found& one : found) entries.push_back({firstId++, one, visitOf(one), {}, {}, {}});
    endInsertRows();
}

int SeriesModel::rowOf(int id) const {
    const auto here = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.id == id; });
    return here == entries.end() ? -1 : static_cast<int>(here - entries.begin());
}

void SeriesModel::setVolume(int id, const std::shared_ptr<const Volume>& volume) {
    const int row = rowOf(id);
    if (row < 0) return;
    Entry& entry = entries[static_cast<std::size_t>(row)];
    entry.volume = volume;
    entry.found.header.findings = volume->header().findings; // with what its voxels showed
    entry.error.clear();
    entry.thumbnail = render::thumbnail(makeLayer(volume, false), 128);
    Q_EMIT dataChanged(index(row), index(row));
}

void SeriesModel::release(std::size_t bytes, const ReviewState& state, const std::vector<int>& needed) {
    std::size_t held = 0;
    for (const Entry& entry : entries)
        if (entry.volume) held += entry.found.header.bytes();
    for (Entry& entry : entries) {
        if (held <= bytes) return;
        const auto holds = [&](const auto& one) { return one.volume == entry.volume; };
        const auto isDrawn = [&](const Layer& one) {
            return entry.volume && one.volume->voxels() == entry.volume->voxels();
        };
        const bool shown = std::any_of(state.layers.begin(), state.layers.end(), isDrawn) ||
                           std::any_of(state.visits.begin(), state.visits.end(), holds) ||
                           std::find(needed.begin(), needed.end(), entry.id) != needed.end();
        if (!entry.volume || shown) continue;
        held -= entry.found.header.bytes();
        entry.volume.reset();
    }
}

void SeriesModel::setFailed(int id, const QString& sentence) {
    const int row = rowOf(id);
    if (row < 0) return;
    entries[static_cast<std::size_t>(row)].error = sentence;
    Q_EMIT dataChanged(index(row), index(row));
}

const SeriesModel::Entry* SeriesModel::entry(int id) const {
    const int row = rowOf(id);
    return row < 0 ? nullptr : &entries[static_cast<std::size_t>(row)];
}

int SeriesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(entries.size());
}

QVariant SeriesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Entry& entry = at(index.row());
    const VolumeHeader& header = entry.found.header;
    QStringList findings;
    for (const Finding& finding : header.findings) findings += finding.text;
    switch (role) {
    case Qt::DisplayRole:
        return header.series.number > 0 ? QStringLiteral("%1  %2").arg(header.series.number).arg(header.name)
                                        : header.name;
    case Qt::ToolTipRole:
        return entry.error.isEmpty()
                   ? (QStringList{header.name, header.series.protocol} + findings).join(u'\n').trimmed()
                   : entry.error;
    case SubtitleRole: {
        const auto mm = header.voxelToLps.spacingMm();
        QString text = QStringLiteral("%1 × %2 × %3").arg(header.size[0]).arg(header.size[1]).arg(header.size[2]);
        if (header.volumes > 1) text += QStringLiteral(" × %1").arg(header.volumes);
        // Of a visit rather its name: the size is the same in all of them.
        if (!entry.visit.isEmpty()) return text + u'\n' + entry.visit;
        return text +
               QStringLiteral("\n%1 × %2 × %3 mm").arg(mm[0], 0, 'g', 3).arg(mm[1], 0, 'g', 3).arg(mm[2], 0, 'g', 3);
    }
    case ThumbnailRole: return entry.thumbnail;
    case FindingsRole: return findings;
    case WarnedRole:
        return std::any_of(header.findings.begin(), header.findings.end(),
                           [](const Finding& finding) { return finding.severity != Finding::Severity::Note; });
    case FailedRole: return !entry.error.isEmpty();
    default: return {};
    }
}

} // namespace neuraxis

#include "widgets/study_model.h"

#include "widgets/study_marks.h"

#include <QLocale>
#include <cmath>

namespace neuraxis {

void StudyModel::show(std::shared_ptr<const CohortIndex> index, std::vector<int> rows) {
    beginResetModel();
    source = std::move(index);
    shown = std::move(rows);
    visitColumns = source ? std::min(source->mostVisits(), mostVisitColumns) : 0;
    placeOf.assign(source ? source->rows().size() : 0, -1);
    for (std::size_t i = 0; i < shown.size(); ++i) placeOf[static_cast<std::size_t>(shown[i])] = static_cast<int>(i);
    endResetModel();
}

int StudyModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(shown.size());
}

int StudyModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : FirstVisit + visitColumns;
}

const CohortIndex::VisitRow* StudyModel::visit(const QModelIndex& cell) const {
    if (!cell.isValid() || cell.column() < FirstVisit) return nullptr;
    const auto& visits = participant(cell.row()).visits;
    const auto number = static_cast<std::size_t>(cell.column() - FirstVisit);
    return number < visits.size() ? &visits[number] : nullptr;
}

int StudyModel::rowOf(const QString& participantUid) const {
    const int row = source ? source->rowOf(participantUid) : -1;
    return row < 0 ? -1 : placeOf[static_cast<std::size_t>(row)];
}

QString StudyModel::fieldOf(int column) {
    static const char* const fields[] = {"name", "group", "sex", "age", "genotype", "onset-site", "quality"};
    if (column >= FirstVisit) return QStringLiteral("visit-%1").arg(column - FirstVisit + 1);
    return column < 0 ? QString() : QLatin1String(fields[column]);
}

QString StudyModel::text(const CohortIndex::Row& row, int column) const {
    const Participant& participant = *row.participant;
    switch (column) {
    case Name: return participant.name;
    case Group: return source->groupOf(row).title;
    case Sex: return sexInWords(participant.sex);
    case Age:
        return row.visits.empty() || std::isnan(row.visits.front().ageYears)
                   ? QString()
                   : QString::number(static_cast<int>(row.visits.front().ageYears));
    case Genotype: return participant.genotype;
    case OnsetSite: return participant.onsetSite;
    case Quality: return qualityInWords(row.quality);
    default: return {};
    }
}

QVariant StudyModel::data(const QModelIndex& cell, int role) const {
    if (!cell.isValid()) return {};
    if (const CohortIndex::VisitRow* at = visit(cell)) {
        if (role == Qt::DisplayRole) return monthsInWords(*at);
        if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) return visitInWords(*at);
        return {};
    }
    if (role == Qt::DisplayRole) return text(participant(cell.row()), cell.column());
    if (role == Qt::TextAlignmentRole && cell.column() == Age) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant StudyModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section >= columnCount()) return {};
    const CohortField* field = findCohortField(fieldOf(section));
    if (role == Qt::DisplayRole) {
        if (section >= FirstVisit) return tr("Visit %1", "number").arg(section - FirstVisit + 1);
        if (section == Age) return tr("Age");
        return field ? field->title : QString();
    }
    if (role == Qt::ToolTipRole) {
        if (section >= FirstVisit) return tr("Months since onset; with + since the first visit");
        return field ? field->title : QString();
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Age ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

void StudyModel::sort(int column, Qt::SortOrder order) {
    if (column >= 0) Q_EMIT orderChosen({fieldOf(column), order == Qt::DescendingOrder});
}

} // namespace neuraxis

#include "widgets/rates_table.h"

#include "core/model/region_groups.h"
#include "core/model/side_name.h"
#include "core/model/words.h"
#include "widgets/form_parts.h"
#include "widgets/known_first.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

bool isWords(int column) { return column == RatesModel::Region || column == RatesModel::RegionSide; }
bool isRate(int column) {
    return column == RatesModel::PerYear || column == RatesModel::Interval || column == RatesModel::Percent;
}

} // namespace

void RatesModel::show(std::vector<RateRow> newRows, const RatesHeading& newHeading) {
    beginResetModel();
    rows = std::move(newRows);
    heading = newHeading;
    endResetModel();
}

int RatesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows.size());
}

int RatesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columns; }

double RatesModel::number(const RateRow& row, int column) const {
    switch (column) {
    case Visits: return row.visits;
    case First: return row.first;
    case Last: return row.last;
    case W: return row.w;
    default: break;
    }
    if (!row.trend) return none;
    switch (column) {
    case Change: return row.trend->change;
    case PerYear: return row.trend->perYear;
    case Interval: return row.trend->perYearLow;
    case Percent: return row.trend->percentSymmetrised;
    default: return none;
    }
}

QVariant RatesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const RateRow& one = row(index.row());
    const int column = index.column();
    if (role == Qt::TextAlignmentRole)
        return QVariant((isWords(column) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const bool isShort = one.trend && one.trend->tooShort && isRate(column);
    if (role == QuietRole) return isShort;
    if (role == Qt::ToolTipRole && isShort) return tr("Less than three months: look at the change, not at the rate.");
    if (role != Qt::DisplayRole && role != SortRole) return {};
    if (column == Region) return regionTitle(one.region);
    if (column == RegionSide) return !one.side ? QString() : one.side == Side::Left ? tr("left") : tr("right");
    const double value = number(one, column);
    if (role == SortRole) return value;
    if (!std::isfinite(value)) return QString();
    switch (column) {
    case Visits: return roundedInWords(value, 0);
    case Interval:
        return tr("%1 to %2", "an interval")
            .arg(roundedInWords(value, heading.decimals), roundedInWords(one.trend->perYearHigh, heading.decimals));
    case Percent:
    case W: return roundedInWords(value, 2);
    default: return roundedInWords(value, heading.decimals);
    }
}

QVariant RatesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section >= columns) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((isWords(section) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case First: return tr("At the first visit that is used");
        case Last: return tr("At the last visit that is used");
        case Change: return tr("The last value less the first, as measured");
        case PerYear: return tr("The slope of the line through the values, least squares");
        case Interval:
            return tr("The 95 % confidence interval of the rate, by Student's t; of two visits there is none");
        case Percent: return tr("The rate as a share of the mean value (symmetrised percent change)");
        case W: return tr("w-score at the last visit, among the study's controls");
        default: return {};
        }
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Region: return tr("Region");
    case RegionSide: return tr("Side");
    case Visits: return tr("Visits");
    case First: return withUnit(tr("First"), heading.unit);
    case Last: return withUnit(tr("Last"), heading.unit);
    case Change: return withUnit(tr("Change"), heading.unit);
    case PerYear: return heading.unit.isEmpty() ? tr("A year") : tr("%1 a year", "a unit").arg(heading.unit);
    case Interval: return tr("95 % interval");
    case Percent: return tr("% a year");
    default: return QStringLiteral("w");
    }
}

int RatesModel::rowOf(const QString& region, std::optional<Side> side) const {
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const RateRow& one) { return one.side == side && one.region == region; });
    return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
}

bool RatesModel::has(Column column) const {
    if (column == Region) return true;
    return std::any_of(rows.begin(), rows.end(), [&](const RateRow& one) {
        return column == RegionSide ? one.side.has_value() : std::isfinite(number(one, column));
    });
}

RatesTable::RatesTable(QWidget* parent) : ValueTable(parent) {
    setObjectName(QStringLiteral("ratesTable"));
    model = new RatesModel(this);
    sorted = new KnownFirst(this);
    sorted->setSourceModel(model);
    sorted->setSortRole(RatesModel::SortRole);
    view = valueTable(sorted, tr("Rates of change by region"));
    notes = new QLabel;
    notes->setObjectName(QStringLiteral("quiet"));
    notes->setWordWrap(true);
    notes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* foot = new QHBoxLayout;
    foot->addWidget(notes, 1);
    foot->addWidget(copyButton);
    foot->addWidget(exportButton);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 0, 12, 6);
    column->setSpacing(6);
    column->addWidget(view, 1);
    column->addWidget(sentence, 1);
    column->addLayout(foot);
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& row) {
        if (showing || !row.isValid()) return;
        const RateRow& chosen = model->row(sorted->mapToSource(row).row());
        Q_EMIT regionPicked(chosen.region, chosen.side);
    });
    connect(view->horizontalHeader(), &QHeaderView::sortIndicatorChanged, view, &QTableView::scrollToTop);
    keepKeysWithViews(this);
}

void RatesTable::show(std::vector<RateRow> rows, const RatesHeading& heading) {
    const RateRow before = current() ? *current() : rows.empty() ? RateRow{} : rows.front();
    showing = true;
    model->show(std::move(rows), heading);
    notes->setText(heading.notes.join(u' '));
    say({});
    for (int c = 0; c < RatesModel::columns; ++c)
        view->setColumnHidden(c, !model->has(static_cast<RatesModel::Column>(c)));
    view->resizeColumnsToContents();
    showing = false;
    setCurrent(before.region, before.side);
}

void RatesTable::setSentence(const QString& why) {
    show({}, {});
    say(why);
}

void RatesTable::setCurrent(const QString& region, std::optional<Side> side) {
    showing = true;
    const int row = model->rowOf(region, side);
    const QModelIndex index = row < 0 ? QModelIndex() : sorted->mapFromSource(model->index(row, 0));
    view->setCurrentIndex(index);
    if (index.isValid()) view->scrollTo(index);
    showing = false;
}

const RateRow* RatesTable::current() const {
    const QModelIndex index = sorted->mapToSource(view->currentIndex());
    return index.isValid() ? &model->row(index.row()) : nullptr;
}

std::vector<RateRow> RatesTable::rows() const {
    std::vector<RateRow> all;
    for (int r = 0; r < sorted->rowCount(); ++r)
        all.push_back(model->row(sorted->mapToSource(sorted->index(r, 0)).row()));
    return all;
}

QString RatesTable::asTsv() const { return rateRowsAsTsv(rows()); }

QString rateRowsAsTsv(const std::vector<RateRow>& rows) {
    QString text =
        QStringLiteral("region\tside\tvisits\tspan_years\tfirst\tlast\tchange\tlevel\tper_year\tper_year_low\t"
                       "per_year_high\tpercent_per_year\tpercent_per_year_of_first\ttoo_short\tw_last\n");
    const auto precise = [](double value) {
        return std::isfinite(value) ? QString::number(value, 'g', 8) : QStringLiteral("n/a");
    };
    for (const RateRow& row : rows) {
        const auto of = [&](double Trend::*number) { return precise(row.trend ? (*row.trend).*number : none); };
        text += QStringList{row.region,
                            row.side ? shortSideName(*row.side) : QStringLiteral("n/a"),
                            QString::number(row.visits),
                            of(&Trend::spanYears),
                            precise(row.first),
                            precise(row.last),
                            of(&Trend::change),
                            of(&Trend::level),
                            of(&Trend::perYear),
                            of(&Trend::perYearLow),
                            of(&Trend::perYearHigh),
                            of(&Trend::percentSymmetrised),
                            of(&Trend::percentToFirst),
                            !row.trend            ? QStringLiteral("n/a")
                            : row.trend->tooShort ? QStringLiteral("yes")
                                                  : QStringLiteral("no"),
                            precise(row.w)}
                    .join(u'\t') +
                u'\n';
    }
    return text;
}

} // namespace neuraxis

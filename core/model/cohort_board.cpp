#include "core/model/cohort_board.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CohortBoard)
};

double median(std::vector<double> values) {
    if (values.empty()) return std::numeric_limits<double>::quiet_NaN();
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

void count(CohortBoard::Line& line, std::vector<double>& followUps, const CohortIndex::Row& row) {
    ++line.participants;
    line.scans += static_cast<int>(row.visits.size());
    if (!row.visits.empty()) {
        ++line.withVisits[std::min<std::size_t>(row.visits.size(), CohortBoard::visitColumns) - 1];
        const QDate first = row.visits.front().visit->date;
        ++line.participantsByYear[first.isValid() ? first.year() : 0];
    }
    for (const CohortIndex::VisitRow& visit : row.visits)
        ++line.scansByYear[visit.visit->date.isValid() ? visit.visit->date.year() : 0];
    if (!std::isnan(row.followUpMonths)) followUps.push_back(row.followUpMonths);
}

void add(CohortBoard::Line& all, const CohortBoard::Line& line) {
    all.participants += line.participants;
    all.scans += line.scans;
    for (std::size_t i = 0; i < line.withVisits.size(); ++i) all.withVisits[i] += line.withVisits[i];
    for (const auto& [year, number] : line.participantsByYear) all.participantsByYear[year] += number;
    for (const auto& [year, number] : line.scansByYear) all.scansByYear[year] += number;
}

} // namespace

CohortBoard boardOf(const CohortIndex& index, const std::vector<int>& rows) {
    CohortBoard board;
    std::vector<CohortBoard::Line> lines(index.groups().size());
    std::vector<std::vector<double>> followUps(lines.size());
    for (const int number : rows) {
        const CohortIndex::Row& row = index.row(number);
        const auto group = static_cast<std::size_t>(row.group);
        count(lines[group], followUps[group], row);
    }
    std::vector<double> everyFollowUp;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].participants == 0) continue;
        lines[i].group = index.groups()[i].key;
        lines[i].title = index.groups()[i].title;
        lines[i].colour = index.groups()[i].colour;
        add(board.all, lines[i]);
        everyFollowUp.insert(everyFollowUp.end(), followUps[i].begin(), followUps[i].end());
        lines[i].medianFollowUpMonths = median(std::move(followUps[i]));
        board.groups.push_back(lines[i]);
    }
    board.all.title = Texts::tr("All");
    board.all.medianFollowUpMonths = median(std::move(everyFollowUp));
    return board;
}

} // namespace neuraxis

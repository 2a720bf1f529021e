#include "widgets/study_details.h"

#include "core/model/staging.h"
#include "widgets/study_marks.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <algorithm>
#include <cmath>

namespace neuraxis {

StudyDetails::StudyDetails(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("studyDetails"));
    setAttribute(Qt::WA_StyledBackground);
    name = new QLabel;
    name->setObjectName(QStringLiteral("detailsName"));
    facts = new QLabel;
    facts->setObjectName(QStringLiteral("quiet"));
    facts->setTextFormat(Qt::RichText);
    facts->setWordWrap(true);
    events = new QLabel;
    events->setObjectName(QStringLiteral("quiet"));
    events->setWordWrap(true);
    previous = new QPushButton(tr("Previous"));
    next = new QPushButton(tr("Next"));
    open = new QPushButton(tr("Open visits"));
    previous->setObjectName(QStringLiteral("previousParticipant"));
    next->setObjectName(QStringLiteral("nextParticipant"));
    open->setObjectName(QStringLiteral("primary"));
    open->setAccessibleName(tr("Open all visits of this participant"));
    connect(previous, &QPushButton::clicked, this, [this] { Q_EMIT stepAsked(-1); });
    connect(next, &QPushButton::clicked, this, [this] { Q_EMIT stepAsked(1); });
    connect(open, &QPushButton::clicked, this, &StudyDetails::openAsked);

    table = new QTableWidget;
    table->setObjectName(QStringLiteral("staging"));
    table->setAccessibleName(tr("Staging over the visits"));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setCornerButtonEnabled(false);
    table->setFrameShape(QFrame::NoFrame);
    table->horizontalHeader()->setSectionsClickable(false);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->verticalHeader()->setSectionsClickable(false);
    table->verticalHeader()->setHighlightSections(false);
    table->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->verticalHeader()->setMinimumSectionSize(18);
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 7);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(open);
    buttons->addWidget(previous);
    buttons->addWidget(next);
    buttons->addStretch(1);
    auto* left = new QVBoxLayout;
    left->setSpacing(3);
    left->addWidget(name);
    left->addWidget(facts);
    left->addWidget(events);
    left->addStretch(1);
    left->addLayout(buttons);
    known = new QWidget;
    auto* row = new QHBoxLayout(known);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    row->addLayout(left, 2);
    row->addWidget(table, 5);
    nobody = new QLabel(tr("Choose a participant to see the staging over the visits."));
    nobody->setObjectName(QStringLiteral("quiet"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(16, 6, 16, 6);
    all->addWidget(known);
    all->addWidget(nobody);
    show(nullptr, -1);
}

int StudyDetails::fullHeight() const {
    const int line = fontMetrics().height();
    return known->isVisibleTo(this) ? 8 * (line + 7) + 22 : line + 14;
}

void StudyDetails::setNeighbours(bool hasPrevious, bool hasNext) {
    previous->setEnabled(hasPrevious);
    next->setEnabled(hasNext);
}

void StudyDetails::show(const CohortIndex* index, int number) {
    known->setVisible(index && number >= 0);
    nobody->setVisible(!known->isVisibleTo(this));
    if (!index || number < 0) return;
    const CohortIndex::Row& row = index->row(number);
    const Participant& participant = *row.participant;
    const CohortIndex::Group& group = index->groupOf(row);
    name->setText(participant.name);
    QStringList parts{QStringLiteral("<span style=\"color:%1\">●</span> %2")
                          .arg(QColor::fromRgb(group.colour).name(), group.title.toHtmlEscaped())};
    if (!participant.sex.isEmpty()) parts += sexInWords(participant.sex).toHtmlEscaped();
    if (!row.visits.empty() && !std::isnan(row.visits.front().ageYears))
        parts += tr("%1 years at first visit").arg(static_cast<int>(row.visits.front().ageYears));
    if (!participant.genotype.isEmpty()) parts += tr("genotype: %1").arg(participant.genotype.toHtmlEscaped());
    if (!participant.onsetSite.isEmpty())
        parts += tr("onset: %1", "site of onset").arg(participant.onsetSite.toHtmlEscaped());
    facts->setText(parts.join(QStringLiteral("  ·  ")));
    QStringList happened{followUpInWords(row.end)};
    for (const StudyEvent& event : row.events)
        happened += event.date.isValid() ? QStringLiteral("%1 %2").arg(event.kind, event.date.toString(Qt::ISODate))
                                         : event.kind;
    events->setText(happened.join(QStringLiteral("  ·  ")));
    showStaging(row);
}

void StudyDetails::showStaging(const CohortIndex::Row& row) {
    const auto columns = static_cast<int>(row.visits.size());
    table->clear();
    table->setColumnCount(columns);
    const QStringList titles{tr("ALSFRS-R"), tr("Points lost a month"), tr("King's stage"),
                             tr("MiToS"),    tr("Months since onset"),  tr("Quality")};
    table->setRowCount(static_cast<int>(titles.size()));
    table->setVerticalHeaderLabels(titles);
    for (int column = 0; column < columns; ++column) {
        const CohortIndex::VisitRow& visit = row.visits[static_cast<std::size_t>(column)];
        const Staging staging = stagingOf(*visit.visit, row.participant->onset, row.events);
        const QString date = visit.visit->date.isValid() ? visit.visit->date.toString(Qt::ISODate) : tr("no date");
        auto* title = new QTableWidgetItem(QStringLiteral("%1  ·  %2").arg(visit.visit->label, date));
        title->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        table->setHorizontalHeaderItem(column, title);
        const auto put = [&](int line, const QString& text, const QString& reason = {}) {
            auto* item = new QTableWidgetItem(text);
            item->setToolTip(reason);
            if (!reason.isEmpty()) {
                item->setForeground(palette().color(QPalette::PlaceholderText));
                item->setData(Qt::AccessibleTextRole, QStringLiteral("%1. %2").arg(text, reason));
            }
            table->setItem(line, column, item);
        };
        const auto stage = [&](int line, const Staged<QString>& staged) {
            if (staged.value)
                put(line, *staged.value);
            else
                put(line, tr("cannot stage: %1").arg(staged.reason), staged.reason);
        };
        if (staging.total.value)
            put(0, tr("%1 of 48").arg(*staging.total.value));
        else
            put(0, QStringLiteral("–"), staging.total.reason);
        if (staging.slope.value)
            put(1, QLocale().toString(*staging.slope.value, 'f', 2));
        else
            put(1, QStringLiteral("–"), staging.slope.reason);
        stage(2, staging.kings);
        stage(3, staging.mitos);
        put(4, std::isnan(visit.monthsSinceOnset) ? QStringLiteral("–") : monthsInWords(visit));
        put(5, qualityInWords(visit.visit->quality));
        table->resizeColumnToContents(column);
        table->setColumnWidth(column, std::max(150, table->columnWidth(column) + 12));
    }
}

} // namespace neuraxis

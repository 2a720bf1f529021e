#include "app/over_time_page.h"

#include "app/rate_tables.h"

#include "widgets/form_parts.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QSplitter>

namespace neuraxis {

OverTimePage::OverTimePage(QWidget* parent) : QWidget(parent) {
    pool.setMaxThreadCount(1);
    table = new RatesTable;
    plot = new TrajectoryPlot;
    withFailed = new QCheckBox(tr("Also visits that failed quality"));
    withFailed->setToolTip(tr("Count them in the rates; they stay marked in the plot"));
    axis = new QComboBox;
    axis->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    axis->setAccessibleName(tr("Time is counted along"));
    axis->addItem(tr("Years since the first scan"), static_cast<int>(TrajectoryPlot::Axis::FirstScan));
    axis->addItem(tr("Age"), static_cast<int>(TrajectoryPlot::Axis::Age));
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(0, 0, 12, 0);
    bar->addWidget(withFailed);
    bar->addStretch();
    bar->addWidget(axis);
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(6, 0, 0, 6);
    column->setSpacing(6);
    column->addLayout(bar);
    column->addWidget(plot, 1);
    what = new QComboBox;
    what->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    what->setMaximumWidth(360); // files may have long names
    what->setAccessibleName(tr("What is followed over time"));
    what->setToolTip(tr("For regions of interest open a mask or a label image over a visit"));
    setChoices({}, -1);
    auto* left = new QWidget;
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(6);
    auto* leftBar = new QHBoxLayout;
    leftBar->setContentsMargins(12, 0, 12, 0);
    leftBar->addWidget(what);
    leftBar->addStretch();
    leftColumn->addLayout(leftBar);
    leftColumn->addWidget(table, 1);
    auto* halves = new QSplitter;
    halves->addWidget(left);
    halves->addWidget(right);
    halves->setChildrenCollapsible(false);
    halves->setSizes({700, 520});
    halves->setStretchFactor(0, 1);
    halves->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(halves);
    connect(withFailed, &QCheckBox::toggled, this, [this](bool also) {
        asked.wish.withFailed = asked.roiWishes.withFailed = also;
        workOut();
    });
    connect(what, &QComboBox::activated, this, &OverTimePage::choiceChanged);
    connect(axis, &QComboBox::activated, this,
            [this] { plot->setAxis(static_cast<TrajectoryPlot::Axis>(axis->currentData().toInt())); });
    connect(table, &RatesTable::regionPicked, this, &OverTimePage::draw);
    connect(table, &RatesTable::regionPicked, this, &OverTimePage::regionPicked);
    connect(table, &RatesTable::exportAsked, this, [this] {
        RegionRates rates = shown; // whose, of what and in which unit, as the command has it
        rates.rows = table->rows();
        Q_EMIT exportAsked(ratesAsTsv(rates),
                           QStringList{rates.participant, rates.measure}.join(u'_') + QStringLiteral(".tsv"));
    });
    connect(plot, &TrajectoryPlot::visitPicked, this, &OverTimePage::visitWanted);
    keepKeysWithViews(this);
}

OverTimePage::~OverTimePage() { pool.waitForDone(); }

void OverTimePage::show(const std::shared_ptr<const RegionStudy>& study, const TrajectoryWish& wish) {
    ask({study, wish, {}, {}});
}

void OverTimePage::show(const std::shared_ptr<const RoisOverTime>& rois, const RoiWishes& wishes) {
    ask({{}, {}, rois, wishes});
}

void OverTimePage::ask(const Asked& wanted) {
    Asked now = wanted;
    now.wish.withFailed = now.roiWishes.withFailed = withFailed->isChecked();
    if (now == asked) return;
    const bool sameRows = now.wish.participant == asked.wish.participant && !now.rois == !asked.rois;
    if (!sameRows) setSentence(tr("Working it out…"));
    asked = now;
    workOut();
}

void OverTimePage::setChoices(const QStringList& choices, int chosen) {
    what->clear();
    what->addItem(tr("Regions of the cortex"));
    what->addItems(choices);
    what->setCurrentIndex(chosen + 1);
}

int OverTimePage::choice() const { return what->currentIndex() - 1; }

void OverTimePage::setSentence(const QString& why) {
    asked = {};
    table->setSentence(why);
    plot->setSentence({});
}

void OverTimePage::setCurrentVisit(const QString& visitUid) { plot->setCurrent(visitUid); }

void OverTimePage::inBackground(const std::function<Then(const Asked&)>& work) {
    ++pending;
    Q_EMIT busyChanged();
    pool.start([this, work, wanted = asked] {
        Then then;
        try {
            then = work(wanted);
        } catch (const std::bad_alloc&) {
        }
        QMetaObject::invokeMethod(this, [this, wanted, then] {
            --pending;
            Q_EMIT busyChanged();
            if (!(wanted == asked)) return;
            if (!then) return setSentence(tr("There is not enough memory. Close other programs and try again."));
            then();
        });
    });
}

void OverTimePage::workOut() {
    if (!asked.isAnything()) return;
    inBackground([this](const Asked& wanted) -> Then {
        const RegionRates rates =
            wanted.rois ? ratesOf(*wanted.rois, wanted.roiWishes) : ratesOf(*wanted.study, wanted.wish);
        return [this, rates] {
            if (rates.rows.empty())
                return setSentence(tr("The study knows no cortical regions of this participant. For regions of "
                                      "interest open a mask or a label image over a visit."));
            shown = rates;
            table->show(rates.rows, rates.heading);
            if (const RateRow* row = table->current()) draw(row->region, row->side);
        };
    });
}

void OverTimePage::draw(const QString& region, std::optional<Side> side) {
    if (!asked.isAnything()) return;
    inBackground([this, region, side](const Asked& wanted) -> Then {
        const Trajectory made = wanted.rois
                                    ? trajectoryOf(*wanted.rois, region, wanted.roiWishes)
                                    : trajectoryOf(*wanted.study, wanted.wish, region, side.value_or(Side::Left));
        return [this, region, side, made] {
            const RateRow* row = table->current();
            if (row && row->region == region && row->side == side) plot->show(made);
        };
    });
}

} // namespace neuraxis

#include "app/over_time_page.h"

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
    auto* halves = new QSplitter;
    halves->addWidget(table);
    halves->addWidget(right);
    halves->setChildrenCollapsible(false);
    halves->setSizes({700, 520});
    halves->setStretchFactor(0, 1);
    halves->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(halves);
    connect(withFailed, &QCheckBox::toggled, this, [this](bool also) {
        asked.wish.withFailed = also;
        workOut();
    });
    connect(axis, &QComboBox::activated, this,
            [this] { plot->setAxis(static_cast<TrajectoryPlot::Axis>(axis->currentData().toInt())); });
    connect(table, &RatesTable::regionPicked, this, &OverTimePage::draw);
    connect(table, &RatesTable::regionPicked, this, &OverTimePage::regionPicked);
    connect(table, &RatesTable::exportAsked, this, &OverTimePage::exportAsked);
    connect(plot, &TrajectoryPlot::visitPicked, this, &OverTimePage::visitWanted);
    keepKeysWithViews(this);
}

OverTimePage::~OverTimePage() { pool.waitForDone(); }

void OverTimePage::show(const std::shared_ptr<const RegionStudy>& study, const TrajectoryWish& wish) {
    Asked now{study, wish};
    now.wish.withFailed = withFailed->isChecked();
    if (now == asked) return;
    if (now.wish.participant != asked.wish.participant) setSentence(tr("Working it out…"));
    asked = now;
    workOut();
}

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
    if (!asked.study) return;
    inBackground([this](const Asked& wanted) -> Then {
        return [this, rates = ratesOf(*wanted.study, wanted.wish)] {
            if (rates.rows.empty()) return setSentence(tr("The study knows no cortical regions of this participant."));
            table->show(rates.rows, rates.heading);
            if (const RateRow* row = table->current()) draw(row->region, row->side);
        };
    });
}

void OverTimePage::draw(const QString& region, Side side) {
    if (!asked.study) return;
    inBackground([this, region, side](const Asked& wanted) -> Then {
        return [this, region, side, made = trajectoryOf(*wanted.study, wanted.wish, region, side)] {
            const RateRow* row = table->current();
            if (row && row->region == region && row->side == side) plot->show(made);
        };
    });
}

} // namespace neuraxis

#include "app/regions_area.h"

#include "app/dialogs.h"
#include "core/model/compared_state.h"
#include "core/model/cortex_display.h"
#include "core/render/cortex_picture.h"
#include "widgets/form_parts.h"
#include "widgets/tool.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSpinBox>
#include <QStackedWidget>
#include <QToolButton>
#include <QWidgetAction>
#include <algorithm>

namespace neuraxis {

namespace {
QString asScore(ScoreKind kind) {
    return kind == ScoreKind::W ? RegionsArea::tr("w-score") : RegionsArea::tr("z-score");
}
} // namespace

RegionsArea::RegionsArea(Review& review, Navigation& navigation, QWidget* parent)
    : QWidget(parent), review(review), navigation(navigation), rois(review) {
    pool.setMaxThreadCount(1);
    stripPool.setMaxThreadCount(1);
    table = new RegionTableView;
    groups = new StripPlot;
    strip = new StripProfile;
    strip->setAxisInWords(motorStripInWords() + u' ' + stripSegmentsInWords());
    auto* motor = new QWidget;
    auto* column = new QVBoxLayout(motor);
    column->setContentsMargins(8, 4, 8, 6);
    column->addWidget(strip, 1);
    auto* axis = new QLabel(motorStripInWords());
    axis->setWordWrap(true);
    axis->setObjectName(QStringLiteral("quiet"));
    axis->setToolTip(motorStripInWords() + QStringLiteral("\n\n") + stripSegmentsInWords());
    column->addWidget(axis);
    pages = new QStackedWidget;
    pages->addWidget(table);
    pages->addWidget(groups);
    pages->addWidget(motor);
    overTime = new OverTimePage;
    pages->addWidget(overTime);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(pages, 1);
    connectAll();
}

RegionsArea::~RegionsArea() {
    stopReading(); // and nothing is told any more
    pool.waitForDone();
    stripPool.waitForDone();
}

QWidget* RegionsArea::makeBar() {
    compare = new QToolButton;
    compare->setObjectName(QStringLiteral("panelButton"));
    compare->setPopupMode(QToolButton::InstantPopup);
    compare->setToolTip(tr("What of the regions is compared with the controls, and how"));
    makeCompareMenu();
    onSurface = new QToolButton;
    onSurface->setObjectName(QStringLiteral("panelButton"));
    onSurface->setText(tr("Scores on the surface"));
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 8, 12, 6);
    row->setSpacing(6);
    row->addWidget(pageSwitch(pages, {tr("Regions"), tr("Among the groups"), tr("Motor strip"), tr("Over time")}));
    row->addStretch();
    row->addWidget(compare);
    row->addWidget(onSurface);
    return bar;
}

void RegionsArea::makeCompareMenu() {
    auto* menu = new QMenu(compare);
    const auto choices = [&](const QString& title, std::initializer_list<std::pair<QString, int>> rows) {
        menu->addSection(title);
        auto* group = new QActionGroup(menu);
        for (const auto& [text, value] : rows) {
            QAction* action = menu->addAction(text);
            action->setCheckable(true);
            action->setData(value);
            action->setChecked(group->actions().isEmpty());
            group->addAction(action);
        }
        return group;
    };
    measure = choices(tr("Measure"), {{tr("Thickness"), static_cast<int>(RegionMeasure::Thickness)},
                                      {tr("Area"), static_cast<int>(RegionMeasure::Area)},
                                      {tr("Volume"), static_cast<int>(RegionMeasure::Volume)}});
    kind = choices(tr("Score"), {{tr("w-score (by age and sex)"), static_cast<int>(ScoreKind::W)},
                                 {tr("z-score"), static_cast<int>(ScoreKind::Z)}});
    menu->addSection(tr("Fewest controls"));
    least = new QSpinBox;
    least->setRange(5, 500);
    least->setValue(20);
    least->setAccessibleName(tr("Fewest controls"));
    least->setToolTip(tr("Regions with fewer controls have no score"));
    auto* field = new QWidgetAction(menu);
    auto* around = new QWidget;
    auto* inset = new QHBoxLayout(around);
    inset->setContentsMargins(24, 2, 24, 6);
    inset->addWidget(least);
    field->setDefaultWidget(around);
    menu->addAction(field);
    compare->setMenu(menu);
}

void RegionsArea::connectAll() {
    connect(measure, &QActionGroup::triggered, this, &RegionsArea::refresh);
    connect(kind, &QActionGroup::triggered, this, &RegionsArea::refresh);
    connect(least, &QSpinBox::valueChanged, this, &RegionsArea::refresh);
    connect(onSurface, &QToolButton::clicked, this, &RegionsArea::layScores);
    connect(pages, &QStackedWidget::currentChanged, this, &RegionsArea::refresh);
    connect(table, &RegionTableView::regionChosen, this, &RegionsArea::goToRegion);
    connect(table, &RegionTableView::exportAsked, this,
            [this](const QString& tsv) { saveTable(tsv, QStringLiteral("regions.tsv")); });
    connect(overTime, &OverTimePage::regionPicked, this, [this](const QString& region, std::optional<Side> side) {
        if (side)
            goToRegion(region, *side);
        else
            goToRoi(region);
    });
    connect(overTime, &OverTimePage::choiceChanged, this, [this] {
        rois.resume();
        fillOverTime();
    });
    connect(&rois, &RoiKeeper::imagesChanged, this, &RegionsArea::nameRois);
    connect(&rois, &RoiKeeper::changed, this, &RegionsArea::fillOverTime);
    connect(&rois, &RoiKeeper::measured, this, &RegionsArea::roisMeasured);
    connect(&rois.task(), &BackgroundTask::busyChanged, this, &RegionsArea::busyChanged);
    connect(overTime, &OverTimePage::exportAsked, this, &RegionsArea::saveTable);
    connect(overTime, &OverTimePage::visitWanted, this, &RegionsArea::visitWanted);
    connect(overTime, &OverTimePage::busyChanged, this, &RegionsArea::busyChanged);
    connect(strip, &StripProfile::chosen, this, [this](Side side, quint32 vertex) { goTo(side, vertex); });
    connect(&review, &Review::changed, this, &RegionsArea::refresh);
    connect(&navigation, &Navigation::changed, this, &RegionsArea::followCursor);
}

void RegionsArea::setStudy(const std::shared_ptr<const Cohort>& next) {
    if (next == given) return;
    given = next;
    if (next && cohort && *next == *cohort) return; // only remarks were written
    cohort = next;
    rois.setCohort(next);
    study.reset();
    studyIsRead = false;
    if (readingStrips) readingStrips->cancel();
    strips.reset();
    stripsAskedOf.clear();
    refresh();
}

void RegionsArea::setRoiStudy(const std::shared_ptr<const RoiStudy>& next) {
    roiStudy = next;
    fillOverTime();
}

void RegionsArea::setPerson(const QString& participantUid, const QString& visitUid) {
    participant = participantUid;
    visit = visitUid;
    refresh();
}

void RegionsArea::cancel() {
    stopReading();
    rois.cancel();
}

void RegionsArea::stopReading() {
    if (reading) reading->cancel();
    if (readingStrips) readingStrips->cancel();
}

void RegionsArea::showEvent(QShowEvent*) { refresh(); }

RegionWish RegionsArea::wish() const {
    RegionWish now;
    const CortexLayer* layer = review.state().shownCortex();
    if (!layer) return now;
    now.cortex = layer->cortex;
    const Parcellation* parcellation = layer->parcellation();
    if (!parcellation) parcellation = layer->cortex->parcellation(QStringLiteral("aparc"));
    if (parcellation) now.parcellation = parcellation->name;
    // One score for each region has no profile along one of them: then thickness has.
    const bool isScore = layer->map() && shown.scores && layer->map()->name == shown.scores->name;
    now.map = layer->map() && !isScore ? layer->map()->name : QStringLiteral("thickness");
    now.study = study;
    if (strips && strips->map == now.map) now.strips = strips;
    now.participant = participant;
    now.visit = visit;
    now.kind = static_cast<ScoreKind>(kind->checkedAction()->data().toInt());
    now.measure = static_cast<RegionMeasure>(measure->checkedAction()->data().toInt());
    now.leastControls = least->value();
    return now;
}

/// Works out anew what is shown, if it is looked at and anything that it depends on is another.
void RegionsArea::refresh() {
    compare->setText(QStringLiteral("%1, %2").arg(
        measure->checkedAction()->text(), asScore(static_cast<ScoreKind>(kind->checkedAction()->data().toInt()))));
    const RegionWish now = wish();
    // What is of another cortex or another person goes at once, also unseen.
    const bool sameSurfaces = now.cortex && asked.cortex && now.cortex->sides == asked.cortex->sides;
    if (!sameSurfaces || now.participant != asked.participant || now.visit != asked.visit)
        forget(now.cortex ? tr("Working it out…") : tr("No surfaces are open. Open a FreeSurfer subject folder."));
    if (!now.cortex) asked = now;
    const bool readStudy = !studyIsRead && cohort && !participant.isEmpty();
    if (!isVisible()) return;
    fillOverTime();
    if (!now.cortex && !readStudy) return;
    if (now.cortex) readStrips(now);
    if (now == asked && !readStudy) return;
    asked = now;
    workOut(now, readStudy);
}

void RegionsArea::showOverTime() { pages->setCurrentWidget(overTime); }

/// What the study knows of the participant at all visits, also without a cortex, or regions of interest over them.
void RegionsArea::fillOverTime() {
    if (pages->currentWidget() != overTime || !isVisible()) return;
    overTime->setCurrentVisit(visit);
    if (const int choice = overTime->choice(); choice >= 0) {
        const auto image = static_cast<std::size_t>(choice / 2);
        if (image < rois.images().size())
            rois.follow(rois.images()[image], choice % 2 == 0 ? RoiMeasure::Brightness : RoiMeasure::Volume);
        return rois.found() ? overTime->show(rois.found(), {roiStudy, false, least->value()})
                            : overTime->setSentence(rois.sentence());
    }
    rois.follow({}, RoiMeasure::Brightness);
    if (participant.isEmpty() || !cohort)
        return overTime->setSentence(tr("For changes over time, open the participant from a study."));
    if (!study) return overTime->setSentence(tr("Working it out…"));
    overTime->show(study, {participant, static_cast<RegionMeasure>(measure->checkedAction()->data().toInt()), false,
                           least->value()});
}

/// Two measures of each image with regions of interest.
void RegionsArea::nameRois() {
    const std::vector<RoiImage>& images = rois.images();
    QStringList names, titles;
    int chosen = -1;
    for (const RoiImage& image : images) {
        QString title = image.title;
        const auto called = std::count_if(images.begin(), images.end(),
                                          [&](const RoiImage& other) { return other.title == image.title; });
        const int of = visitOf(review.state(), image.visit);
        if (called > 1 && of >= 0)
            title += QStringLiteral(" (%1)").arg(review.state().visits[static_cast<std::size_t>(of)].name);
        if (const auto same = titles.count(title); same > 0) title += QStringLiteral(" (%1)").arg(same + 1);
        titles << title;
        if (rois.isFollowed(image))
            chosen = static_cast<int>(names.size()) + (rois.followedMeasure() == RoiMeasure::Volume ? 1 : 0);
        names << tr("Brightness in %1").arg(title) << tr("Volume of %1").arg(title);
    }
    overTime->setChoices(names, chosen);
    fillOverTime();
}

/// In the background, with the study read first where it was not; without a cortex that alone.
void RegionsArea::workOut(const RegionWish& wanted, bool readStudy) {
    if (readStudy) {
        studyIsRead = true;
        if (reading) reading->cancel();
        reading = std::make_shared<io::Job>();
    }
    ++pending;
    Q_EMIT busyChanged();
    pool.start([this, wanted, job = readStudy ? reading : nullptr, people = cohort] {
        RegionWish now = wanted;
        std::shared_ptr<const RegionStudy> read;
        std::shared_ptr<const RegionReport> report;
        try {
            if (job) now.study = read = std::make_shared<const RegionStudy>(people, *job);
        } catch (const io::Cancelled&) {
        } catch (const std::bad_alloc&) {
        }
        try {
            if (now.cortex) report = std::make_shared<const RegionReport>(regionReport(now));
        } catch (const std::bad_alloc&) {
        }
        QMetaObject::invokeMethod(this, [this, wanted, now, report, read, people, job] {
            --pending;
            Q_EMIT busyChanged();
            if (now.cortex && !report)
                return forget(tr("There is not enough memory. Close other programs and try again."));
            if (job && !read && job == reading) studyIsRead = false; // cancelled: read when it is next asked for
            if (read && people == cohort) {
                study = read;
                if (asked == wanted) asked = now;
                if (!read->problems().isEmpty()) Q_EMIT said(read->problems().first());
            }
            if (report && now == asked)
                take(*report);
            else if (read)
                return refresh(); // something else was asked meanwhile, without the study
            if (read && isVisible()) fillOverTime();
        });
    });
}

void RegionsArea::forget(const QString& why) {
    shown = {};
    asked = {};
    table->setSentence(why);
    groups->setSentence(why);
    strip->setSentence(why);
    onSurface->setEnabled(false);
}

/// The controls' profiles of the map, once the motor strip is looked at.
void RegionsArea::readStrips(const RegionWish& now) {
    if (pages->currentWidget() != strip->parentWidget() || !cohort || participant.isEmpty() || stripsAskedOf == now.map)
        return;
    stripsAskedOf = now.map;
    if (readingStrips) readingStrips->cancel();
    readingStrips = std::make_shared<io::Job>();
    ++pending;
    Q_EMIT busyChanged();
    stripPool.start([this, job = readingStrips, people = cohort, map = now.map] {
        std::shared_ptr<const StripControls> read;
        try {
            read = std::make_shared<const StripControls>(stripControls(*people, map, *job));
        } catch (const io::Cancelled&) {
        } catch (const std::bad_alloc&) {
        }
        QMetaObject::invokeMethod(this, [this, read, people, map, job] {
            --pending;
            Q_EMIT busyChanged();
            if (!read && job == readingStrips) stripsAskedOf.clear();
            if (!read || people != cohort || map != stripsAskedOf) return;
            strips = read;
            if (!read->problems.isEmpty()) Q_EMIT said(read->problems.first());
            refresh();
        });
    });
}

void RegionsArea::take(const RegionReport& report) {
    shown = report;
    table->show(report.rows, report.scoreName, report.model);
    if (report.rows.empty()) table->setSentence(tr("There are no regions: these surfaces have no parcellation."));
    if (report.panels.empty())
        groups->setSentence(report.noPanels);
    else
        groups->setPanels(report.panels, report.participant, report.group, asScore(asked.kind));
    if (report.noProfile.isEmpty())
        strip->setProfile(report.profile);
    else
        strip->setSentence(report.noProfile);
    onSurface->setEnabled(report.scores != nullptr);
    followCursor();
}

/// The region and the place on the strip that the crosshair is at.
void RegionsArea::followCursor() {
    const CortexLayer* layer = review.state().shownCortex();
    if (!isVisible() || !layer) return;
    const auto vertex = nearestVertex(*layer->cortex, navigation.state().cursorLps, render::crosshairReachMm);
    std::optional<double> place;
    if (vertex) {
        if (const Parcellation* parcellation = layer->cortex->parcellation(asked.parcellation))
            if (const Label* region = regionAt(*parcellation, *vertex)) table->setCurrent(region->name, vertex->side);
        if (const auto& on = shown.strips[static_cast<std::size_t>(vertex->side)]) {
            const auto at = std::lower_bound(on->vertices.begin(), on->vertices.end(), vertex->vertex);
            if (at != on->vertices.end() && *at == vertex->vertex)
                place = on->places[static_cast<std::size_t>(at - on->vertices.begin())];
        }
    }
    strip->setMark(place);
}

void RegionsArea::goTo(Side side, std::uint32_t vertex) {
    const CortexLayer* layer = review.state().shownCortex();
    if (!layer) return;
    if (const auto place = placeOf(*layer->cortex, {side, vertex})) placeCursor(review, navigation, *place);
}

/// To the vertex of a region that is nearest to the middle of all of them.
void RegionsArea::goToRegion(const QString& region, Side side) {
    const CortexLayer* layer = review.state().shownCortex();
    const Parcellation* parcellation = layer ? layer->cortex->parcellation(asked.parcellation) : nullptr;
    const auto i = static_cast<std::size_t>(side);
    if (!parcellation || !parcellation->regionOf[i]) return;
    std::vector<std::pair<std::uint32_t, WorldPoint>> places;
    WorldVector sum;
    for (std::uint32_t v = 0; v < parcellation->regionOf[i]->size(); ++v) {
        const Label* label = regionAt(*parcellation, {side, v});
        if (!label || label->name != region) continue;
        const auto place = placeOf(*layer->cortex, {side, v});
        if (!place) return;
        places.emplace_back(v, *place);
        sum = sum + (*place - WorldPoint());
    }
    if (places.empty()) return; // a group of regions
    const WorldPoint middle = WorldPoint() + sum * (1.0 / static_cast<double>(places.size()));
    const auto nearest = std::min_element(places.begin(), places.end(), [&](const auto& a, const auto& b) {
        return length(a.second - middle) < length(b.second - middle);
    });
    goTo(side, nearest->first);
}

void RegionsArea::goToRoi(const QString& name) {
    if (const auto place = rois.placeOf(name)) placeCursor(review, navigation, *place);
}

void RegionsArea::layScores() {
    if (shown.scores && asked.cortex)
        Q_EMIT scoresWanted(asked.cortex, withMap(*asked.cortex, shown.scores), shown.scores->name);
}

void RegionsArea::saveTable(const QString& tsv, const QString& name) {
    if (const QString why = neuraxis::saveTable(*this, tsv, name); !why.isEmpty()) Q_EMIT said(why);
}

} // namespace neuraxis

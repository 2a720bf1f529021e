#include "app/comparison_area.h"

#include "core/model/compared_state.h"
#include "core/render/layouts.h"
#include "widgets/form_parts.h"
#include "widgets/visit_time_line.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QMenu>
#include <QToolButton>
#include <algorithm>
#include <cmath>
#include <utility>

namespace neuraxis {

namespace {
const QString opens = QStringLiteral("  ▾"); ///< After a button's words: a menu opens
}

const std::vector<ComparisonArea::Look>& ComparisonArea::looks() {
    static const std::vector<Look> all = {
        {"side-by-side", tr("Side by side"), tr("Every visit in views of its own"), true, Blend::None},
        {"one", tr("One"), tr("The current visit alone; hold B to see the other one"), false, Blend::None},
        {"wipe", tr("Wipe"), tr("The earlier visit left of a line, the later one right of it; drag the line"), false,
         Blend::Wipe},
        {"checkerboard", tr("Checkerboard"), tr("Squares of both visits in turn"), false, Blend::Checkerboard},
        {"fusion", tr("Fusion"), tr("What is brighter earlier is orange, later blue, what is alike grey"), false,
         Blend::Fusion},
        {"difference", tr("Difference"), tr("Where the later visit is brighter it is red, where it is darker blue"),
         false, Blend::Difference},
    };
    return all;
}

void ComparisonArea::choose(const Look& look, Review& review, Navigation& navigation) {
    const QString& now = review.state().layout;
    const QString layout = look.each ? render::visitsLayout(now) : render::plainLayout(now);
    review.edit(tr("Change the layout"), [&](ReviewState& state) { state.layout = layout; });
    NavigationState next = navigation.state();
    next.pair.blend = look.blend;
    navigation.set(next);
}

bool ComparisonArea::isChosen(const Look& look, const ReviewState& state, const NavigationState& navigation) {
    const bool each = render::isVisitsLayout(state.layout);
    return look.each == each && (each || look.blend == navigation.pair.blend);
}

ComparisonArea::ComparisonArea(Review& review, Navigation& navigation, Opener& opener, VisitComparison& comparison,
                               QWidget* parent)
    : QWidget(parent), review(review), navigation(navigation), opener(opener), comparison(comparison),
      line(new VisitTimeLine), bar(makeBar()) {
    setObjectName(QStringLiteral("comparison"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(line);
    column->addWidget(bar);
    keepKeysWithViews(bar);
    connect(line, &VisitTimeLine::currentPicked, &comparison, &VisitComparison::showVisitOf);
    connect(line, &VisitTimeLine::otherPicked, &comparison, &VisitComparison::compareWithVisitOf);
    connect(&review, &Review::changed, this, &ComparisonArea::showState);
    connect(&navigation, &Navigation::changed, this, [this, last = VisitPair()]() mutable {
        // Scrolling changes nothing here
        if (const VisitPair& pair = this->navigation.state().pair; std::exchange(last, pair) != pair) showState();
    });
    connect(&comparison.aligner(), &BackgroundTask::busyChanged, this, &ComparisonArea::showState);
    connect(&opener.loader(), &Loader::busyChanged, this, &ComparisonArea::showState);
    connect(&opener, &Opener::scanned, this, [this] { line->setTimeLine(this->opener.visitImages().line); });
    showState();
}

QWidget* ComparisonArea::makeBar() {
    auto* made = new QWidget;
    auto* row = new QHBoxLayout(made);
    row->setContentsMargins(10, 5, 10, 5);
    row->setSpacing(0);
    buttons = new QButtonGroup(this);
    for (std::size_t i = 0; i < looks().size(); ++i) {
        const Look& look = looks()[i];
        auto* button = new QToolButton;
        button->setObjectName(i + 1 < looks().size() ? QStringLiteral("viewSwitch") : QStringLiteral("lastViewSwitch"));
        button->setText(look.title);
        button->setToolTip(look.help);
        button->setCheckable(true);
        buttons->addButton(button, static_cast<int>(i));
        row->addWidget(button);
    }
    connect(buttons, &QButtonGroup::idClicked, this,
            [this](int i) { choose(looks()[static_cast<std::size_t>(i)], review, navigation); });
    lookButton = new QToolButton;
    lookButton->setObjectName(QStringLiteral("looks"));
    lookButton->setPopupMode(QToolButton::InstantPopup);
    lookButton->setMenu(new QMenu(lookButton));
    for (const Look& look : looks())
        lookButton->menu()->addAction(look.title, this, [this, &look] { choose(look, review, navigation); });
    row->addWidget(lookButton);
    pair = new ShyLabel;
    row->addSpacing(12);
    row->addWidget(pair, 1);
    const auto menuButton = [&](const char* name, const QString& text) {
        auto* button = new QToolButton;
        button->setObjectName(QLatin1String(name));
        button->setText(text);
        button->setPopupMode(QToolButton::InstantPopup);
        button->setMenu(new QMenu(button));
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        row->addSpacing(8);
        row->addWidget(button);
        return button;
    };
    state = menuButton("alignmentState", {});
    alignment = state->menu();
    changeButton = menuButton("changeMaps", tr("Change") + opens);
    changeButton->setToolTip(tr("What changed: maps of the two visits, and regions over time"));
    change = changeButton->menu();
    return made;
}

QString ComparisonArea::pairInWords() const {
    const ReviewState& now = review.state();
    const int current = currentVisit(now), other = otherVisit(now, navigation.state());
    if (other < 0) return opener.loader().isBusy() ? QString() : tr("One visit with such an image: nothing to compare");
    const ComparedVisit& one = now.visits[static_cast<std::size_t>(current)];
    const ComparedVisit& with = now.visits[static_cast<std::size_t>(other)];
    QStringList words;
    if (const auto between = yearsBetween(one, with)) {
        const double years = std::abs(*between);
        words << (years == 0  ? tr("on one day")
                  : years < 2 ? tr("%1 months apart").arg(years * 12, 0, 'f', 1)
                              : tr("%1 years apart").arg(years, 0, 'f', 1));
    } else {
        words << tr("dates not known");
    }
    const bool areMatched = one.place.gain > 0 && with.place.gain > 0;
    const double gain = areMatched ? with.place.gain / one.place.gain : 0;
    if (areMatched && std::abs(gain - 1) >= 0.005)
        words << tr("brightness of %1 times %2").arg(with.name).arg(gain, 0, 'f', 2);
    else if (!areMatched && one.place.isAligned() && with.place.isAligned())
        words << tr("brightness not matched");
    return words.join(QStringLiteral(" · "));
}

QString ComparisonArea::alignmentInWords() const {
    if (comparison.aligner().isBusy()) return tr("Aligning…");
    const ReviewState& now = review.state();
    const int current = currentVisit(now), other = otherVisit(now, navigation.state());
    if (other < 0) return {};
    Alignment worst = Alignment::ByHand;
    double residualMm = 0;
    const auto badness = [](Alignment a) {
        constexpr int order[] = {3, 0, 2, 4, 1}; // waiting, good, doubtful, failed, by hand
        return order[static_cast<int>(a)];
    };
    worst = Alignment::Good;
    for (const int visit : {current, other}) {
        const Placement& place = now.visits[static_cast<std::size_t>(visit)].place;
        if (badness(place.alignment) > badness(worst)) worst = place.alignment;
        residualMm = std::max(residualMm, place.residualMm);
    }
    switch (worst) {
    case Alignment::Waiting: return tr("Not aligned yet");
    case Alignment::Doubtful: return tr("Alignment doubtful");
    case Alignment::Failed: return tr("Not aligned");
    case Alignment::ByHand:
        return residualMm > 0 ? tr("Aligned by hand to %1 mm").arg(residualMm, 0, 'f', 1) : tr("Aligned by hand");
    case Alignment::Good: break;
    }
    return residualMm < 0.1 ? tr("Aligned within 0.1 mm") : tr("Aligned to %1 mm").arg(residualMm, 0, 'f', 1);
}

/// All ways of looking beside one another, or in a menu where there is not the room.
void ComparisonArea::fitBar() {
    const bool compares = isComparing(review.state());
    int wide = 60; // margins and gaps
    for (const QAbstractButton* button : buttons->buttons()) wide += button->sizeHint().width();
    for (const QToolButton* button : {state, changeButton}) wide += button->sizeHint().width();
    const bool hasRoom = wide <= width();
    for (QAbstractButton* button : buttons->buttons()) button->setVisible(compares && hasRoom);
    lookButton->setVisible(compares && !hasRoom);
}

void ComparisonArea::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitBar();
}

void ComparisonArea::showTimeLine() {
    const ReviewState& now = review.state();
    const int other = otherVisit(now, navigation.state());
    line->setPair(opener.shownVisit(), other < 0 ? QString() : now.visits[static_cast<std::size_t>(other)].uid);
}

void ComparisonArea::showState() {
    const ReviewState& now = review.state();
    setVisible(!opener.shownVisit().isEmpty());
    if (isHidden()) return;
    showTimeLine();
    const bool compares = isComparing(now);
    state->setVisible(compares);
    changeButton->setVisible(compares);
    for (std::size_t i = 0; i < looks().size(); ++i)
        if (isChosen(looks()[i], now, navigation.state())) {
            buttons->button(static_cast<int>(i))->setChecked(true);
            lookButton->setText(looks()[i].title + opens);
        }
    pair->setText(pairInWords());
    pair->setToolTip(pair->text());
    state->setText(alignmentInWords() + opens);
    fitBar();
    QStringList tips;
    for (const ComparedVisit& visit : now.visits) {
        if (!visit.place.reason.isEmpty()) tips << visit.name + QStringLiteral(": ") + visit.place.reason;
        if (!visit.place.method.isEmpty() && !tips.contains(visit.place.method)) tips << visit.place.method;
    }
    state->setToolTip(tips.join(u'\n'));
}

} // namespace neuraxis

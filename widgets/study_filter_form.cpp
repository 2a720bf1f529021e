#include "widgets/study_filter_form.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDoubleValidator>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <algorithm>

namespace neuraxis {

namespace {
constexpr std::size_t mostValues = 10; ///< Of one field; rarer ones are found by typing
constexpr int away = 8;                ///< From the edges of window and screen
constexpr int edge = 2;                ///< Its own line, and the round corners
using Test = CohortFilter::Condition::Test;

QString number(const QLineEdit* field) { return field->text().trimmed().replace(u',', u'.'); }

} // namespace

StudyFilterForm::StudyFilterForm(QWidget* parent) : QFrame(parent, Qt::Popup) {
    setObjectName(QStringLiteral("filterForm"));
    setAccessibleName(tr("Conditions"));
    scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setAutoFillBackground(false);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(edge, edge, edge, edge);
    whole->addWidget(scroll);
}

StudyFilterForm::Offers StudyFilterForm::offersOf(const CohortIndex& index) {
    Offers offers;
    for (const CohortField& field : cohortFields()) {
        if (field.key == u"name") continue;
        for (const auto& [value, count] : valuesOf(index, field)) {
            if (offers[field.key].size() == mostValues) break;
            const QString title = field.valueInWords ? field.valueInWords(index, value)
                                  : value.isEmpty()  ? tr("Not known")
                                                     : value;
            offers[field.key].push_back({value, title, count});
        }
    }
    return offers;
}

void StudyFilterForm::setOffers(const Offers& offers) {
    QStringList names;
    for (const auto& [field, values] : offers)
        for (const Offer& offer : values) names += field + u'=' + offer.value;
    if (names != offered || !scroll->widget()) {
        offered = names;
        const auto kept = conditions();
        rebuild(offers);
        setConditions(kept);
    }
    for (const auto& [field, values] : offers)
        for (const Offer& offer : values)
            if (auto* box = findChild<QCheckBox*>(field + u'=' + offer.value))
                box->setToolTip(tr("%n participant(s)", nullptr, offer.count));
}

void StudyFilterForm::popUp(const QWidget& button) {
    if (!scroll->widget()) return;
    const QRect seen = button.screen()->availableGeometry();
    const QRect window = button.window()->geometry() & seen;
    const QPoint under = button.mapToGlobal(QPoint(0, button.height() + 4));
    ensurePolished();
    for (QWidget* part : findChildren<QWidget*>()) part->ensurePolished(); // or the fonts are others when it is shown
    scroll->widget()->layout()->invalidate();
    scroll->widget()->layout()->activate();
    const QSize whole = scroll->widget()->sizeHint().grownBy(contentsMargins()).grownBy(layout()->contentsMargins());
    const int height = std::min(whole.height(), seen.bottom() - away - under.y());
    const int bar = height < whole.height() ? scroll->verticalScrollBar()->sizeHint().width() : 0;
    const int width = std::min(whole.width() + bar, window.width() - 2 * away);
    resize(width, height);
    move(std::clamp(under.x(), window.left() + away, window.right() + 1 - away - width), under.y());
    show();
}

void StudyFilterForm::showEvent(QShowEvent*) {
    if (!ticks.empty()) ticks.front().box->setFocus(Qt::PopupFocusReason);
}

void StudyFilterForm::rebuild(const Offers& offers) {
    ticks.clear();
    bounds.clear();
    auto* inside = new QWidget;
    auto* columns = new QGridLayout(inside);
    columns->setContentsMargins(18, 14, 18, 16);
    columns->setHorizontalSpacing(30);
    columns->setVerticalSpacing(16);
    const char* const wordColumns[][2] = {{"group", ""},    {"sex", "end"}, {"quality", "onset-site"},
                                          {"genotype", ""}, {"has", ""},    {"lacks", ""}};
    const auto heading = [](const QString& text) {
        auto* label = new QLabel(text);
        label->setObjectName(QStringLiteral("stripTitle"));
        return label;
    };
    constexpr int acrossTop = 4; // the narrowest window holds no more
    int place = 0;
    for (const auto& keys : wordColumns) {
        auto* column = new QVBoxLayout;
        column->setSpacing(5);
        for (const char* key : keys) {
            const CohortField* field = findCohortField(QLatin1String(key));
            const auto at = offers.find(QLatin1String(key));
            if (!field || at == offers.end()) continue;
            if (column->count() > 0) column->addSpacing(10);
            column->addWidget(heading(field->title));
            for (const Offer& offer : at->second) {
                auto* box = new QCheckBox(QString(offer.title).replace(u'&', QStringLiteral("&&")));
                box->setObjectName(field->key + u'=' + offer.value);
                connect(box, &QCheckBox::toggled, this, [this] {
                    if (!showing) Q_EMIT changed();
                });
                ticks.push_back({field->key, offer.value, box});
                column->addWidget(box);
            }
        }
        column->addStretch(1);
        columns->addLayout(column, place / acrossTop, place % acrossTop);
        ++place;
    }
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(5);
    grid->setHorizontalSpacing(8);
    grid->addWidget(heading(tr("At least")), 0, 1);
    grid->addWidget(heading(tr("Below")), 0, 2);
    int line = 1;
    for (const CohortField& field : cohortFields()) {
        if (field.kind != CohortField::Kind::Number) continue;
        Bounds both{field.key, new QLineEdit, new QLineEdit};
        auto* label =
            new QLabel(field.unit.isEmpty() ? field.title : QStringLiteral("%1 (%2)").arg(field.title, field.unit));
        grid->addWidget(label, line, 0);
        int column = 1;
        for (QLineEdit* edit : {both.least, both.below}) {
            auto* validator = new QDoubleValidator(edit);
            validator->setLocale(QLocale::c());
            edit->setValidator(validator);
            edit->setFixedWidth(70);
            edit->setAccessibleName(
                QStringLiteral("%1: %2").arg(field.title, column == 1 ? tr("at least") : tr("below")));
            edit->setObjectName(field.key + (column == 1 ? QStringLiteral(">=") : QStringLiteral("<")));
            connect(edit, &QLineEdit::textChanged, this, [this] {
                if (!showing) Q_EMIT changed();
            });
            grid->addWidget(edit, line, column++);
        }
        bounds.push_back(both);
        ++line;
    }
    grid->setRowStretch(line, 1);
    columns->addLayout(grid, place / acrossTop, place % acrossTop, 1, acrossTop - place % acrossTop, Qt::AlignLeft);
    scroll->setWidget(inside); // the one before goes
    inside->setAutoFillBackground(false);
}

void StudyFilterForm::setConditions(const std::vector<CohortFilter::Condition>& conditions) {
    showing = true;
    for (const Tick& tick : ticks) tick.box->setChecked(false);
    QStringList leftEmpty;
    for (const Bounds& both : bounds)
        for (QLineEdit* edit : {both.least, both.below}) leftEmpty += edit->objectName();
    others.clear();
    for (const CohortFilter::Condition& condition : conditions) {
        CohortFilter::Condition rest = condition;
        for (const Tick& tick : ticks)
            if (condition.test == Test::Is && tick.field == condition.field && rest.values.removeAll(tick.value))
                tick.box->setChecked(true);
        for (const Bounds& both : bounds)
            if (both.field == condition.field && (condition.test == Test::AtLeast || condition.test == Test::Below)) {
                QLineEdit* edit = condition.test == Test::AtLeast ? both.least : both.below;
                // Not over what is being typed: "1." would become "1".
                if (number(edit) != condition.values.value(0)) edit->setText(condition.values.value(0));
                leftEmpty.removeAll(edit->objectName());
                rest.values.clear();
            }
        if (!rest.values.isEmpty()) others.push_back(rest);
    }
    for (const QString& name : leftEmpty) findChild<QLineEdit*>(name)->clear();
    showing = false;
}

std::vector<CohortFilter::Condition> StudyFilterForm::conditions() const {
    std::vector<CohortFilter::Condition> all;
    for (const CohortField& field : cohortFields()) {
        CohortFilter::Condition is{field.key, Test::Is, {}};
        for (const Tick& tick : ticks)
            if (tick.field == field.key && tick.box->isChecked()) is.values += tick.value;
        for (const CohortFilter::Condition& other : others)
            if (other.field == field.key && other.test == Test::Is) is.values += other.values;
        if (!is.values.isEmpty()) all.push_back(is);
        for (const CohortFilter::Condition& other : others)
            if (other.field == field.key && other.test != Test::Is) all.push_back(other);
        for (const Bounds& both : bounds) {
            if (both.field != field.key) continue;
            for (const auto& [edit, test] :
                 {std::pair{both.least, Test::AtLeast}, std::pair{both.below, Test::Below}}) {
                bool isNumber = false;
                number(edit).toDouble(&isNumber);
                if (isNumber) all.push_back({field.key, test, {number(edit)}});
            }
        }
    }
    return all;
}

} // namespace neuraxis

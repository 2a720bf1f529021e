#include "widgets/study_filter_form.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDoubleValidator>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <algorithm>

namespace neuraxis {

namespace {
constexpr std::size_t mostValues = 10; ///< Of one field; rarer ones are found by typing
using Test = CohortFilter::Condition::Test;

QString number(const QLineEdit* field) { return field->text().trimmed().replace(u',', u'.'); }

} // namespace

StudyFilterForm::StudyFilterForm(QWidget* parent) : QFrame(parent, Qt::Popup) {
    setObjectName(QStringLiteral("filterForm"));
    setAccessibleName(tr("Conditions"));
}

void StudyFilterForm::setIndex(const CohortIndex& index) {
    QStringList offers;
    for (const CohortField& field : cohortFields())
        if (field.key != u"name")
            for (const auto& [value, count] : valuesOf(index, field)) offers += field.key + u'=' + value;
    if (offers == offered && layout()) return;
    offered = offers;
    const auto kept = conditions();
    rebuild(index);
    setConditions(kept);
}

void StudyFilterForm::showEvent(QShowEvent*) {
    if (!ticks.empty()) ticks.front().box->setFocus(Qt::PopupFocusReason);
}

void StudyFilterForm::rebuild(const CohortIndex& index) {
    delete layout();
    qDeleteAll(findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    ticks.clear();
    bounds.clear();
    auto* columns = new QGridLayout(this);
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
            const auto values = field ? valuesOf(index, *field) : std::vector<std::pair<QString, int>>();
            if (values.empty()) continue;
            if (column->count() > 0) column->addSpacing(10);
            column->addWidget(heading(field->title));
            for (std::size_t i = 0; i < std::min(values.size(), mostValues); ++i) {
                const QString title = field->valueInWords         ? field->valueInWords(index, values[i].first)
                                      : values[i].first.isEmpty() ? tr("Not known")
                                                                  : values[i].first;
                auto* box = new QCheckBox(QString(title).replace(u'&', QStringLiteral("&&")));
                box->setToolTip(tr("%n participant(s)", nullptr, values[i].second));
                box->setObjectName(field->key + u'=' + values[i].first);
                connect(box, &QCheckBox::toggled, this, [this] {
                    if (!showing) Q_EMIT changed();
                });
                ticks.push_back({field->key, values[i].first, box});
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

#include "widgets/display_form.h"

#include "core/model/review_state.h"
#include "widgets/form_parts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QSlider>
#include <algorithm>
#include <cmath>

namespace neuraxis {

DisplayForm::DisplayForm(QWidget* parent) : QWidget(parent) {
    opacity = new QSlider(Qt::Horizontal);
    opacity->setRange(0, 100);
    opacity->setAccessibleName(tr("Opacity"));
    opacityPercent = new QDoubleSpinBox;
    opacityPercent->setRange(0, 100);
    opacityPercent->setAccessibleName(tr("Opacity"));
    opacityPercent->setDecimals(0);
    opacityPercent->setSuffix(QStringLiteral(" %"));
    opacityPercent->setKeyboardTracking(false);
    colours = colourMapField(tr("Colour map"));
    inverted = new QCheckBox(tr("Inverted"));
    low = numberField(tr("Value at the dark end"));
    high = numberField(tr("Value at the bright end"));
    high->setObjectName(QStringLiteral("windowHigh"));
    apart = new QCheckBox(tr("Positive and negative apart"));
    apart->setObjectName(QStringLiteral("apart"));
    apart->setToolTip(tr("Values below zero get colours of their own; zero divides the two"));
    negativeColours = colourMapField(tr("Colour map of negative values"));
    negativeLow = numberField(tr("Negative values from, without their sign"));
    negativeHigh = numberField(tr("Negative values to, without their sign"));
    negativeHigh->setObjectName(QStringLiteral("negativeHigh"));
    for (QDoubleSpinBox* field : {negativeLow, negativeHigh}) field->setMinimum(0);
    below = new QCheckBox(tr("Hide below"));
    above = new QCheckBox(tr("Hide above"));
    belowValue = numberField(tr("Hide below"));
    aboveValue = numberField(tr("Hide above"));

    form = panelForm();
    form->setContentsMargins(0, 0, 0, 0);
    setLayout(form);
    form->addRow(tr("Opacity"), inRow({opacity, opacityPercent}));
    form->addRow(tr("Colours"), colours);
    form->addRow(QString(), inverted);
    form->addRow(tr("From"), low);
    form->addRow(tr("To"), high);
    form->addRow(apart);
    form->addRow(tr("Negative"), negativeColours);
    form->addRow(tr("From −"), negativeLow);
    form->addRow(tr("To −"), negativeHigh);
    form->addRow(below, belowValue);
    form->addRow(above, aboveValue);
    connectAll();
}

int DisplayForm::rowBelow(Group group) const {
    QWidget* const last[] = {opacity->parentWidget(), inverted, high};
    int row = 0;
    QFormLayout::ItemRole role{};
    form->getWidgetPosition(last[static_cast<int>(group)], &row, &role);
    return row + 1;
}

void DisplayForm::connectAll() {
    const auto change = [this](const QString& text, const QString& key, const std::function<void(Display&)>& act) {
        if (!showing) Q_EMIT changed(text, key, act);
    };
    const auto setOpacity = [=](double percent) {
        change(tr("Change the opacity"), QStringLiteral("opacity"), [=](Display& d) { d.opacity = percent / 100; });
    };
    connect(opacity, &QSlider::valueChanged, this, setOpacity);
    connect(opacityPercent, &QDoubleSpinBox::valueChanged, this, setOpacity);
    connect(colours, &QComboBox::activated, this, [=, this] {
        const QString name = colours->currentData().toString();
        change(tr("Change the colours"), {}, [=](Display& d) { d.colourMap = name; });
    });
    connect(negativeColours, &QComboBox::activated, this, [=, this] {
        const QString name = negativeColours->currentData().toString();
        change(tr("Change the colours"), {}, [=](Display& d) {
            if (d.negative) d.negative->colourMap = name;
        });
    });
    connect(inverted, &QCheckBox::toggled, this,
            [=](bool on) { change(tr("Invert the colours"), {}, [=](Display& d) { d.inverted = on; }); });
    const auto rangeOf = [](const QDoubleSpinBox* from, const QDoubleSpinBox* to) {
        const double least = std::min(from->value(), to->value());
        return Range{least, std::max({from->value(), to->value(), least + 1e-9})};
    };
    const auto setWindow = [=, this] {
        if (!showing) Q_EMIT windowChanged(rangeOf(low, high));
    };
    connect(low, &QDoubleSpinBox::valueChanged, this, setWindow);
    connect(high, &QDoubleSpinBox::valueChanged, this, setWindow);
    const auto setNegative = [=, this] {
        const Range window = rangeOf(negativeLow, negativeHigh);
        change(tr("Change the window"), QStringLiteral("negative"), [=](Display& d) {
            if (d.negative) d.negative->window = window;
        });
    };
    connect(negativeLow, &QDoubleSpinBox::valueChanged, this, setNegative);
    connect(negativeHigh, &QDoubleSpinBox::valueChanged, this, setNegative);
    connect(apart, &QCheckBox::toggled, this, [=](bool on) {
        change(on ? tr("Positive and negative apart") : tr("Positive and negative together"), {},
               [=](Display& d) { d.setApart(on); });
    });
    const auto threshold = [=, this](const QString& key, QCheckBox* box, QDoubleSpinBox* field,
                                     std::optional<double> Display::*limit) {
        const auto set = [=] {
            const std::optional<double> value = box->isChecked() ? std::optional(field->value()) : std::nullopt;
            change(tr("Change the threshold"), key,
                   [=](Display& d) { d.*limit = value && d.negative ? std::abs(*value) : value; });
        };
        connect(box, &QCheckBox::toggled, this, set);
        connect(field, &QDoubleSpinBox::valueChanged, this, set);
    };
    threshold(QStringLiteral("below"), below, belowValue, &Display::hideBelow);
    threshold(QStringLiteral("above"), above, aboveValue, &Display::hideAbove);
}

void DisplayForm::show(const Display& d, int volume) {
    showing = true;
    showRowsFor(d);
    const Range window = d.window(volume);
    const double span = window.width();
    opacity->setValue(qRound(d.opacity * 100));
    opacityPercent->setValue(d.opacity * 100);
    colours->setCurrentIndex(colours->findData(d.colourMap));
    inverted->setChecked(d.inverted);
    showNumber(low, window.low, span);
    showNumber(high, window.high, span);
    apart->setChecked(d.negative.has_value());
    const NegativeScale negative = d.negative.value_or(NegativeScale{});
    negativeColours->setCurrentIndex(negativeColours->findData(negative.colourMap));
    showNumber(negativeLow, negative.window.low, negative.window.width());
    showNumber(negativeHigh, negative.window.high, negative.window.width());
    below->setChecked(d.hideBelow.has_value());
    above->setChecked(d.hideAbove.has_value());
    belowValue->setEnabled(d.hideBelow.has_value());
    aboveValue->setEnabled(d.hideAbove.has_value());
    showNumber(belowValue, d.hideBelow.value_or(window.low), span);
    showNumber(aboveValue, d.hideAbove.value_or(window.high), span);
    showing = false;
}

void DisplayForm::showRowsFor(const Display& d) {
    const bool values = !d.labels, twoSided = values && d.negative;
    for (QWidget* field : std::initializer_list<QWidget*>{colours, inverted, low, high, apart, belowValue, aboveValue})
        form->setRowVisible(field, values);
    for (QWidget* field : std::initializer_list<QWidget*>{negativeColours, negativeLow, negativeHigh})
        form->setRowVisible(field, twoSided);
    below->setText(twoSided ? tr("Hide |value| below") : tr("Hide below"));
    above->setText(twoSided ? tr("Hide |value| above") : tr("Hide above"));
}

} // namespace neuraxis

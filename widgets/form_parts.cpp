#include "widgets/form_parts.h"

#include "core/model/colour_map.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFormLayout>
#include <QIconEngine>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QPalette>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QSvgRenderer>
#include <QToolButton>
#include <QUrl>
#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

/// A line drawing of the resources in the colour of text on buttons, whatever the theme and scale are now.
class ThemedIcon : public QIconEngine {
  public:
    explicit ThemedIcon(const QByteArray& name) : name(name) {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(QString::fromLatin1(name)));
        if (file.open(QIODevice::ReadOnly)) drawing = file.readAll();
    }
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const QColor colour = QApplication::palette().color(
            mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active, QPalette::ButtonText);
        QByteArray coloured = drawing;
        coloured.replace("currentColor", colour.name().toLatin1());
        painter->save();
        painter->setOpacity(painter->opacity() * colour.alphaF());
        QSvgRenderer(coloured).render(painter, rect);
        painter->restore();
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap made(size);
        made.fill(Qt::transparent);
        QPainter painter(&made);
        paint(&painter, made.rect(), mode, state);
        return made;
    }
    [[nodiscard]] QIconEngine* clone() const override { return new ThemedIcon(name); }

  private:
    QByteArray name, drawing;
};

} // namespace

ShyLabel::ShyLabel(const QString& text) : QLabel(text) { setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); }

void ShyLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(contentsRect(), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()));
}

QDoubleSpinBox* numberField(const QString& accessibleName) {
    auto* field = new QDoubleSpinBox;
    field->setAccessibleName(accessibleName);
    field->setRange(-1e12, 1e12);
    field->setKeyboardTracking(false);
    field->setGroupSeparatorShown(false);
    field->setMinimumWidth(84);
    field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return field;
}

QComboBox* choiceField() {
    auto* field = new QComboBox;
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field->setMinimumContentsLength(8);
    return field;
}

QComboBox* colourMapField(const QString& accessibleName) {
    QComboBox* field = choiceField();
    field->setAccessibleName(accessibleName);
    field->setIconSize({48, 14});
    field->setMaxVisibleItems(30);
    QStringList headings;
    for (const ColourMap& map : colourMaps())
        if (!headings.contains(map.group)) headings += map.group;
    for (const QString& heading : headings) {
        field->addItem(heading);
        qobject_cast<QStandardItemModel*>(field->model())->item(field->count() - 1)->setEnabled(false);
        for (const ColourMap& map : colourMaps())
            if (map.group == heading) field->addItem(colourMapIcon(map.name, false), map.name, map.name);
    }
    return field;
}

void showNumber(QDoubleSpinBox* field, double value, double span) {
    const QSignalBlocker quiet(field);
    const double step = std::pow(10.0, std::floor(std::log10(std::max(span, 1e-9) / 50)));
    field->setDecimals(std::clamp(static_cast<int>(-std::floor(std::log10(step))) + 1, 0, 8));
    field->setSingleStep(step);
    if (!field->hasFocus() || std::abs(field->value() - value) > step / 1000) field->setValue(value);
}

void keepKeysWithViews(QWidget* panel) {
    for (QWidget* part : panel->findChildren<QWidget*>())
        if (qobject_cast<QAbstractButton*>(part) || qobject_cast<QComboBox*>(part) ||
            qobject_cast<QAbstractSlider*>(part) || qobject_cast<QAbstractItemView*>(part))
            part->setFocusPolicy(Qt::TabFocus);
}

QWidget* inRow(std::initializer_list<QWidget*> parts) {
    auto* row = new QWidget;
    row->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (QWidget* part : parts) layout->addWidget(part);
    return row;
}

QWidget* pageSwitch(QStackedWidget* pages, const QStringList& titles) {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* group = new QButtonGroup(row);
    for (int page = 0; page < titles.size(); ++page) {
        auto* button = new QToolButton;
        button->setObjectName(page + 1 < titles.size() ? QStringLiteral("viewSwitch")
                                                       : QStringLiteral("lastViewSwitch"));
        button->setText(titles[page]);
        button->setCheckable(true);
        button->setChecked(page == pages->currentIndex());
        group->addButton(button, page);
        layout->addWidget(button);
    }
    QObject::connect(group, &QButtonGroup::idClicked, pages, &QStackedWidget::setCurrentIndex);
    QObject::connect(pages, &QStackedWidget::currentChanged, group,
                     [group](int page) { group->button(page)->setChecked(true); });
    return row;
}

void alignLabels(const std::vector<QFormLayout*>& forms) {
    std::vector<QWidget*> labels;
    int widest = 0;
    for (QFormLayout* form : forms)
        for (int row = 0; row < form->rowCount(); ++row) {
            QLayoutItem* item = form->itemAt(row, QFormLayout::LabelRole);
            if (!item || !item->widget()) continue;
            labels.push_back(item->widget());
            widest = std::max(widest, item->widget()->sizeHint().width());
        }
    for (QWidget* label : labels) label->setMinimumWidth(widest);
}

QColor faded(QColor colour, double alpha) {
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

QFormLayout* panelForm() {
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(10);
    form->setVerticalSpacing(6);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return form;
}

QIcon colourMapIcon(const QString& name, bool inverted) {
    const ColourMap& map = colourMap(name);
    QImage bar(256, 1, QImage::Format_RGB32);
    for (int x = 0; x < 256; ++x) bar.setPixel(x, 0, map.colours[static_cast<std::size_t>(inverted ? 255 - x : x)]);
    QPixmap pixmap(96, 32);
    QPainter(&pixmap).drawImage(pixmap.rect(), bar);
    return QIcon(pixmap);
}

QStringList localPaths(const QMimeData& dropped) {
    QStringList paths;
    for (const QUrl& url : dropped.urls())
        if (url.isLocalFile()) paths += url.toLocalFile();
    return paths;
}

bool isTyped(const QKeyEvent& event) {
    const QString text = event.text();
    return !text.isEmpty() && text[0].isPrint() && !text[0].isSpace() &&
           !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

QIcon themedIcon(const char* name) { return QIcon(new ThemedIcon(name)); }

} // namespace neuraxis

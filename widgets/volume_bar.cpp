#include "widgets/volume_bar.h"

#include "core/model/words.h"
#include "widgets/form_parts.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QSlider>
#include <QSpinBox>
#include <QStyleOptionSlider>
#include <QToolButton>
#include <algorithm>

namespace neuraxis {

namespace {

/// A slider whose handle comes to where its groove is pressed, and can be dragged on from there.
class NearSlider : public QSlider {
  public:
    NearSlider() : QSlider(Qt::Horizontal) {}
    void mousePressEvent(QMouseEvent* event) override {
        QStyleOptionSlider option;
        initStyleOption(&option);
        const QRect handle = style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this);
        const int x = event->position().toPoint().x();
        if (event->button() == Qt::LeftButton && !handle.contains(event->position().toPoint()))
            setValue(QStyle::sliderValueFromPosition(minimum(), maximum(), x - handle.width() / 2,
                                                     width() - handle.width(), option.upsideDown));
        QSlider::mousePressEvent(event);
    }
};

/// The number of the volume, from 1; its arrows step through the volumes that are walked.
class VolumeNumber : public QSpinBox {
  public:
    std::function<void(int)> step;
    void stepBy(int steps) override { step(steps); }
};

} // namespace

VolumeBar::VolumeBar(Review& review, Navigation& navigation, Cine& cine, QWidget* parent)
    : QWidget(parent), review(review), navigation(navigation), cine(cine) {
    setObjectName(QStringLiteral("volumeBar"));
    setAttribute(Qt::WA_StyledBackground);
    play = new QToolButton;
    play->setObjectName(QStringLiteral("cine"));
    play->setIconSize({20, 20});
    slider = new NearSlider;
    slider->setObjectName(QStringLiteral("volumeSlider"));
    slider->setAccessibleName(tr("Volume of the series"));
    slider->setPageStep(1);
    auto* counted = new VolumeNumber;
    counted->step = [this](int steps) {
        this->navigation.set(stepped(this->review.state(), this->navigation.state(), steps));
    };
    number = counted;
    number->setObjectName(QStringLiteral("volumeNumber"));
    number->setAccessibleName(tr("Volume of the series"));
    number->setPrefix(tr("Volume ", "before a number"));
    number->setKeyboardTracking(false);
    number->setAlignment(Qt::AlignRight);
    told = new ShyLabel;
    told->setContentsMargins(6, 0, 0, 0);
    told->setObjectName(QStringLiteral("volumeWords"));
    shell = new QComboBox;
    shell->setObjectName(QStringLiteral("shell"));
    shell->setAccessibleName(tr("b-values shown"));
    shell->setToolTip(tr("Walk through the volumes of one b-value only (N: the next)"));
    shell->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    speed = new QSpinBox;
    speed->setObjectName(QStringLiteral("cineSpeed"));
    speed->setRange(Cine::slowest, Cine::fastest);
    speed->setAccessibleName(tr("Speed of the film"));
    speed->setToolTip(tr("Volumes a second when played"));
    speed->setSuffix(tr(" per s", "after a number: volumes a second"));
    speed->setKeyboardTracking(false);
    round = new QToolButton;
    round->setObjectName(QStringLiteral("backAndForth"));
    round->setCheckable(true);
    round->setIcon(themedIcon("bounce"));
    round->setIconSize({18, 18});
    round->setToolTip(tr("Play to the end and back, not round"));
    round->setAccessibleName(tr("Back and forth"));
    auto* above = new QHBoxLayout;
    above->setSpacing(6);
    for (QWidget* part : std::initializer_list<QWidget*>{play, round, speed}) above->addWidget(part);
    above->addSpacing(6);
    above->addWidget(slider, 1);
    above->addSpacing(6);
    above->addWidget(number);
    ends = new QHBoxLayout;
    ends->setSpacing(4);
    auto* below = new QHBoxLayout;
    below->setSpacing(12);
    below->addWidget(told, 1);
    below->addWidget(shell);
    below->addLayout(ends);

    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(8, 4, 12, 4);
    rows->setSpacing(2);
    rows->addLayout(above);
    rows->addLayout(below);

    connect(play, &QToolButton::clicked, &cine, &Cine::toggle);
    connect(round, &QToolButton::toggled, &cine, &Cine::setBackAndForth);
    connect(speed, &QSpinBox::valueChanged, &cine, &Cine::setPerSecond);
    connect(slider, &QSlider::valueChanged, this, [this](int place) {
        if (!showing) goTo(walked[static_cast<std::size_t>(place)]);
    });
    connect(number, &QSpinBox::valueChanged, this, [this](int count) {
        if (showing) return;
        const auto nearest = std::min_element(walked.begin(), walked.end(), [&](int a, int b) {
            return std::abs(a + 1 - count) < std::abs(b + 1 - count);
        });
        goTo(*nearest);
        showState();
    });
    connect(shell, &QComboBox::activated, this, [this](int row) {
        const int layer = seriesLayer(this->review.state(), this->navigation.state());
        if (layer < 0) return;
        const VolumeHeader& header = this->review.state().layers[static_cast<std::size_t>(layer)].volume->header();
        const auto b = row == 0 ? std::nullopt : std::optional(known[static_cast<std::size_t>(row - 1)].b);
        this->navigation.set(withShell(header, this->navigation.state(), b));
    });
    connect(&cine, &Cine::changed, this, &VolumeBar::showCine);
    connect(&review, &Review::changed, this, &VolumeBar::showState);
    connect(&navigation, &Navigation::changed, this, &VolumeBar::showState);
    keepKeysWithViews(this);
    showCine();
    showState();
}

void VolumeBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // Narrow, what is said of the volume needs the room more than the buttons' words do.
    const bool narrow = width() < 46 * fontMetrics().averageCharWidth() + 220;
    for (QToolButton* button : buttons)
        button->setToolButtonStyle(narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

QToolButton* VolumeBar::addButton(const char* icon, const QString& text, const QString& help) {
    auto* button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setIconSize({18, 18});
    button->setText(text);
    button->setToolTip(help);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    ends->addWidget(button);
    buttons.push_back(button);
    return button;
}

QToolButton* VolumeBar::addSwitch(const char* icon, const QString& text, const QString& help) {
    QToolButton* button = addButton(icon, text, help);
    button->setCheckable(true);
    return button;
}

QMenu* VolumeBar::addMenu(const char* icon, const QString& text, const QString& help) {
    QToolButton* button = addButton(icon, text, help);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(new QMenu(button));
    return button->menu();
}

void VolumeBar::goTo(int volume) {
    NavigationState next = navigation.state();
    next.volume = volume;
    navigation.set(next);
}

void VolumeBar::showState() {
    const int layer = seriesLayer(review.state(), navigation.state());
    setVisible(layer >= 0);
    if (layer < 0) return;
    showing = true;
    const VolumeHeader& header = review.state().layers[static_cast<std::size_t>(layer)].volume->header();
    const int now = volumeIndex(header, navigation.state());
    walked = walkedVolumes(header, navigation.state());
    slider->setRange(0, static_cast<int>(walked.size()) - 1);
    const auto at = std::lower_bound(walked.begin(), walked.end(), now);
    slider->setValue(static_cast<int>(at - walked.begin()));
    number->setRange(1, header.volumes);
    number->setSuffix(tr(" of %1", "volume 3 of 64").arg(header.volumes));
    number->setValue(now + 1);
    told->setText(volumeInWords(header, now));
    told->setToolTip(told->text());
    showShells(header);
    showing = false;
}

void VolumeBar::showShells(const VolumeHeader& header) {
    std::vector<Shell> all;
    if (header.fourth.bValues.size() == static_cast<std::size_t>(header.volumes)) all = shells(header.fourth);
    if (all != known || shell->count() == 0) {
        known = all;
        shell->clear();
        shell->addItem(tr("All b-values"));
        for (const Shell& each : known)
            shell->addItem(tr("b %1 (%2)", "b-value and number of volumes").arg(each.b).arg(each.volumes.size()));
    }
    shell->setVisible(known.size() > 1);
    const Shell* chosen = chosenShell(known, navigation.state());
    shell->setCurrentIndex(chosen ? static_cast<int>(chosen - known.data()) + 1 : 0);
}

void VolumeBar::showCine() {
    play->setIcon(themedIcon(cine.isPlaying() ? "pause" : "play"));
    const QString help = cine.isPlaying() ? tr("Stop (K)") : tr("Play (K)");
    play->setToolTip(help);
    play->setAccessibleName(help);
    const QSignalBlocker quietSpeed(speed), quietRound(round);
    speed->setValue(cine.perSecond());
    round->setChecked(cine.isBackAndForth());
}

} // namespace neuraxis

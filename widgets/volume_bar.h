#pragma once

#include "core/model/fourth.h"
#include "widgets/cine.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLabel;
class QMenu;
class QSlider;
class QSpinBox;
class QToolButton;

namespace neuraxis {

/// Walks through the volumes of a series: slider, number, film, what the volume is in words, and of diffusion which
/// b-values are walked. Hidden where no layer has more than one volume.
class VolumeBar : public QWidget {
    Q_OBJECT
  public:
    VolumeBar(Review& review, Navigation& navigation, Cine& cine, QWidget* parent = nullptr);
    /// A button at the bar's end that shows or hides what belongs to the series.
    QToolButton* addSwitch(const char* icon, const QString& text, const QString& help);
    /// A button at the bar's end with a menu, which the caller fills.
    QMenu* addMenu(const char* icon, const QString& text, const QString& help);

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    QToolButton* addButton(const char* icon, const QString& text, const QString& help);
    void showState();
    void showCine();
    void showShells(const VolumeHeader& header);
    void goTo(int volume);

    Review& review;
    Navigation& navigation;
    Cine& cine;
    bool showing = false;     ///< Controls are being set from the state: not a user's change
    std::vector<int> walked;  ///< What the slider's places stand for
    std::vector<Shell> known; ///< What the choice of b-values offers
    QToolButton *play, *round;
    QSlider* slider;
    QSpinBox *number, *speed;
    QLabel* told;
    QComboBox* shell;
    QBoxLayout* ends;                  ///< Holds the buttons at the end
    std::vector<QToolButton*> buttons; ///< These
};

} // namespace neuraxis

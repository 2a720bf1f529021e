#pragma once

#include "core/model/navigation.h"
#include "core/model/review.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace neuraxis {

/// Plays the volumes of a series as a film, by moving the navigation. Where drawing is slower than the film, volumes
/// are left out: the speed is true and no frame waits for another. Whoever goes to another volume meanwhile stops it.
class Cine : public QObject {
    Q_OBJECT
  public:
    static constexpr int slowest = 1, fastest = 60; ///< Volumes a second

    Cine(Review& review, Navigation& navigation, QObject* parent = nullptr);

    [[nodiscard]] bool isPlaying() const { return timer.isActive(); }
    /// Does nothing without a series; at its end it begins anew.
    void play();
    void stop();
    void toggle() { isPlaying() ? stop() : play(); }
    [[nodiscard]] int perSecond() const { return speed; }
    void setPerSecond(int volumes);
    /// To the end and back, or from the end on with the first.
    [[nodiscard]] bool isBackAndForth() const { return backAndForth; }
    void setBackAndForth(bool on);

  Q_SIGNALS:
    /// It plays, stopped, or plays otherwise.
    void changed();

  private:
    void show();
    void begin();
    void follow();
    [[nodiscard]] std::vector<int> walked() const;

    Review& review;
    Navigation& navigation;
    QTimer timer;
    QElapsedTimer clock;
    qint64 start = 0; ///< Place among the walked volumes when the clock started, counted to the end and back
    int speed = 10;
    bool backAndForth = false;
    NavigationState shown; ///< What the film itself last set
};

} // namespace neuraxis

#pragma once

#include <QTimer>
#include <QWidget>
#include <functional>

class QProgressBar;

namespace neuraxis {

/// How far work in the background has come, and a button that cancels it; nothing to see while there is none.
class BusyBar : public QWidget {
    Q_OBJECT
  public:
    struct State {
        bool busy = false;
        int done = 0, total = 0; ///< total 0: not known
    };
    /// `ask` is called by refresh() and, while there is work, ten times a second.
    explicit BusyBar(std::function<State()> ask, QWidget* parent = nullptr);
    /// To be called when work begins or ends.
    void refresh();

  Q_SIGNALS:
    void cancelled();

  private:
    std::function<State()> ask;
    QProgressBar* progress;
    QTimer timer;
};

} // namespace neuraxis

#pragma once

#include "core/model/review_state.h"

#include <QObject>
#include <QUndoStack>
#include <functional>

namespace neuraxis {

/// The document: a ReviewState and the one way to change it. Undo is assignment of an earlier value.
class Review : public QObject {
    Q_OBJECT
  public:
    explicit Review(QObject* parent = nullptr);
    [[nodiscard]] const ReviewState& state() const { return now; }
    [[nodiscard]] QUndoStack* undoStack() { return &stack; }

    /// Applies `change` to the state as one undoable step named `text` (translated). Edits in a row with the same
    /// non-empty `mergeKey` become one step. A change that changes nothing leaves no step.
    void edit(const QString& text, const std::function<void(ReviewState&)>& change, const QString& mergeKey = {});
    /// Adds what was computed from the state to it, without a step of its own. An undo may take it away again.
    void complete(const std::function<void(ReviewState&)>& change);
    /// Replaces the state and forgets the steps: what a session starts with.
    void reset(const ReviewState& state);

  Q_SIGNALS:
    void changed();

  private:
    class Step;
    void take(const ReviewState& state);
    ReviewState now;
    QUndoStack stack;
};

} // namespace neuraxis

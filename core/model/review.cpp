#include "core/model/review.h"

#include <QUndoCommand>

namespace neuraxis {

class Review::Step : public QUndoCommand {
  public:
    Step(Review& review, const QString& text, ReviewState before, ReviewState after, QString mergeKey)
        : QUndoCommand(text), review(review), before(std::move(before)), after(std::move(after)),
          mergeKey(std::move(mergeKey)) {}

    void undo() override { review.take(before); }
    void redo() override { review.take(after); }
    [[nodiscard]] int id() const override { return mergeKey.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = static_cast<const Step*>(other);
        if (next->mergeKey != mergeKey) return false;
        after = next->after;
        setObsolete(before == after);
        return true;
    }

  private:
    Review& review;
    ReviewState before, after;
    QString mergeKey;
};

Review::Review(QObject* parent) : QObject(parent) { stack.setUndoLimit(500); }

void Review::edit(const QString& text, const std::function<void(ReviewState&)>& change, const QString& mergeKey) {
    ReviewState next = now;
    change(next);
    if (next == now) return;
    stack.push(new Step(*this, text, now, std::move(next), mergeKey));
}

void Review::complete(const std::function<void(ReviewState&)>& change) {
    ReviewState next = now;
    change(next);
    if (next != now) take(next);
}

void Review::reset(const ReviewState& state) {
    stack.clear();
    take(state);
}

void Review::take(const ReviewState& state) {
    now = state;
    Q_EMIT changed();
}

} // namespace neuraxis

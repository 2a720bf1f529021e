#include "core/io/gdcm/module.h"

#include <gdcmDicts.h>
#include <gdcmGlobal.h>
#include <gdcmPrivateTag.h>
#include <gdcmUIDs.h>

namespace neuraxis::io {

namespace {

DicomEntry toEntry(const gdcm::DictEntry& found) {
    DicomEntry entry;
    entry.name = QString::fromUtf8(found.GetName()).trimmed();
    // A name that was only guessed stands between question marks there.
    while (entry.name.startsWith(u'?')) entry.name.remove(0, 1);
    while (entry.name.endsWith(u'?')) entry.name.chop(1);
    const gdcm::VR::VRType vr = found.GetVR();
    // Where the standard leaves a choice, the one without a sign and of words.
    const char* text = vr == gdcm::VR::US_SS || vr == gdcm::VR::US_SS_OW ? "US"
                       : vr == gdcm::VR::OB_OW || vr == gdcm::VR::US_OW  ? "OW"
                                                                         : gdcm::VR::GetVRString(vr);
    if (text && qstrlen(text) == 2 && qstrcmp(text, "UN") != 0 && qstrcmp(text, "??") != 0) {
        entry.vr[0] = text[0];
        entry.vr[1] = text[1];
    }
    return entry;
}

} // namespace

DicomEntry Module::entry(DicomTag tag, const QByteArray& creator) const {
    const gdcm::Dicts& dictionaries = gdcm::Global::GetInstance().GetDicts();
    auto group = static_cast<std::uint16_t>(tag >> 16);
    const auto element = static_cast<std::uint16_t>(tag);
    if (element == 0) return {QStringLiteral("Group Length"), {'U', 'L'}};
    if (group & 1) {
        if (element >= 0x10 && element <= 0xff) return {QStringLiteral("Private Creator"), {'L', 'O'}};
        const gdcm::PrivateTag place(group, element & 0xff, creator.constData());
        const gdcm::PrivateDict& entries = dictionaries.GetPrivateDict();
        return entries.FindDictEntry(place) ? toEntry(entries.GetDictEntry(place)) : DicomEntry();
    }
    // Overlays and curves: one group for each of several
    if ((group & 0xff00) == 0x6000 || (group & 0xff00) == 0x5000) group &= 0xff00;
    const gdcm::Tag place(group, element);
    const gdcm::Dict& entries = dictionaries.GetPublicDict();
    return entries.GetKeywordFromTag(place) ? toEntry(entries.GetDictEntry(place)) : DicomEntry();
}

QString Module::uidName(const QByteArray& uid) const {
    gdcm::UIDs known;
    return known.SetFromUID(uid.constData()) && known.GetName() ? QString::fromUtf8(known.GetName()) : QString();
}

} // namespace neuraxis::io

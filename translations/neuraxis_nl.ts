<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Change the window</source>
        <translation>Wijzig het venster</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation>&amp;Open bestanden…</translation>
    </message>
    <message>
        <source>Open a &amp;folder…</source>
        <translation>Open een &amp;map…</translation>
    </message>
    <message>
        <source>Open as o&amp;verlay…</source>
        <translation>Open als o&amp;verlay…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Recent geopend</translation>
    </message>
    <message>
        <source>&amp;Save the picture…</source>
        <translation>&amp;Bewaar de afbeelding…</translation>
    </message>
    <message>
        <source>&amp;Copy the picture</source>
        <translation>&amp;Kopieer de afbeelding</translation>
    </message>
    <message>
        <source>Close all &amp;layers</source>
        <translation>Sluit alle &amp;lagen</translation>
    </message>
    <message>
        <source>Close all layers</source>
        <translation>Sluit alle lagen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Afsluiten</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>B&amp;ewerken</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ongedaan maken</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>O&amp;pnieuw</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Weergave</translation>
    </message>
    <message>
        <source>Change the layout</source>
        <translation>Wijzig de indeling</translation>
    </message>
    <message>
        <source>&amp;Maximise the view</source>
        <translation>&amp;Maximaliseer de weergave</translation>
    </message>
    <message>
        <source>&amp;Reset the view</source>
        <translation>&amp;Herstel de weergave</translation>
    </message>
    <message>
        <source>&amp;Orientation</source>
        <translation>&amp;Oriëntatie</translation>
    </message>
    <message>
        <source>&amp;Radiological: patient&apos;s right at the left</source>
        <translation>&amp;Radiologisch: rechterkant patiënt links</translation>
    </message>
    <message>
        <source>&amp;Nose to the left</source>
        <translation>&amp;Neus naar links</translation>
    </message>
    <message>
        <source>Planes as &amp;acquired</source>
        <translation>Vlakken zoals &amp;opgenomen</translation>
    </message>
    <message>
        <source>Change the planes</source>
        <translation>Wijzig de vlakken</translation>
    </message>
    <message>
        <source>Mar&amp;ks</source>
        <translation>Mar&amp;keringen</translation>
    </message>
    <message>
        <source>&amp;All marks</source>
        <translation>&amp;Alle markeringen</translation>
    </message>
    <message>
        <source>Hide all marks</source>
        <translation>Verberg alle markeringen</translation>
    </message>
    <message>
        <source>Show all marks</source>
        <translation>Toon alle markeringen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thema</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Donker</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Licht</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Taa&amp;l</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>The language changes when Neuraxis is started again.</source>
        <translation>De taal verandert als Neuraxis opnieuw wordt gestart.</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Volledig scherm</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Navigeren</translation>
    </message>
    <message>
        <source>Next slice</source>
        <translation>Volgende plak</translation>
    </message>
    <message>
        <source>Previous slice</source>
        <translation>Vorige plak</translation>
    </message>
    <message>
        <source>Ten slices on</source>
        <translation>Tien plakken verder</translation>
    </message>
    <message>
        <source>Ten slices back</source>
        <translation>Tien plakken terug</translation>
    </message>
    <message>
        <source>First slice</source>
        <translation>Eerste plak</translation>
    </message>
    <message>
        <source>Last slice</source>
        <translation>Laatste plak</translation>
    </message>
    <message>
        <source>Next volume of the series</source>
        <translation>Volgend volume van de reeks</translation>
    </message>
    <message>
        <source>Previous volume of the series</source>
        <translation>Vorig volume van de reeks</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Vergroot</translation>
    </message>
    <message>
        <source>Reduce</source>
        <translation>Verklein</translation>
    </message>
    <message>
        <source>Move the picture left</source>
        <translation>Schuif het beeld naar links</translation>
    </message>
    <message>
        <source>Move the picture right</source>
        <translation>Schuif het beeld naar rechts</translation>
    </message>
    <message>
        <source>Move the picture up</source>
        <translation>Schuif het beeld omhoog</translation>
    </message>
    <message>
        <source>Move the picture down</source>
        <translation>Schuif het beeld omlaag</translation>
    </message>
    <message>
        <source>Crosshair to the patient&apos;s right</source>
        <translation>Kruisdraad naar rechterkant patiënt</translation>
    </message>
    <message>
        <source>Crosshair to the patient&apos;s left</source>
        <translation>Kruisdraad naar linkerkant patiënt</translation>
    </message>
    <message>
        <source>Crosshair forward</source>
        <translation>Kruisdraad naar voren</translation>
    </message>
    <message>
        <source>Crosshair back</source>
        <translation>Kruisdraad naar achteren</translation>
    </message>
    <message>
        <source>Crosshair up</source>
        <translation>Kruisdraad omhoog</translation>
    </message>
    <message>
        <source>Crosshair down</source>
        <translation>Kruisdraad omlaag</translation>
    </message>
    <message>
        <source>Next series</source>
        <translation>Volgende reeks</translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation>Vorige reeks</translation>
    </message>
    <message>
        <source>&amp;Contrast</source>
        <translation>&amp;Contrast</translation>
    </message>
    <message>
        <source>From the &amp;scanner</source>
        <translation>Van de &amp;scanner</translation>
    </message>
    <message>
        <source>From the scanner, s&amp;econd</source>
        <translation>Van de scanner, &amp;tweede</translation>
    </message>
    <message>
        <source>&amp;Brighter</source>
        <translation>&amp;Helderder</translation>
    </message>
    <message>
        <source>&amp;Darker</source>
        <translation>&amp;Donkerder</translation>
    </message>
    <message>
        <source>&amp;Wider window</source>
        <translation>&amp;Breder venster</translation>
    </message>
    <message>
        <source>&amp;Narrower window</source>
        <translation>S&amp;maller venster</translation>
    </message>
    <message>
        <source>&amp;Invert</source>
        <translation>&amp;Inverteer</translation>
    </message>
    <message>
        <source>Invert the colours</source>
        <translation>Inverteer de kleuren</translation>
    </message>
    <message>
        <source>&amp;Mouse</source>
        <translation>&amp;Muis</translation>
    </message>
    <message>
        <source>3-&amp;D</source>
        <translation>3&amp;D</translation>
    </message>
    <message>
        <source>Change the 3-D preset</source>
        <translation>Wijzig de 3D-preset</translation>
    </message>
    <message>
        <source>From the front</source>
        <translation>Van voren</translation>
    </message>
    <message>
        <source>From behind</source>
        <translation>Van achteren</translation>
    </message>
    <message>
        <source>From the patient&apos;s left</source>
        <translation>Vanaf linkerkant patiënt</translation>
    </message>
    <message>
        <source>From the patient&apos;s right</source>
        <translation>Vanaf rechterkant patiënt</translation>
    </message>
    <message>
        <source>From above</source>
        <translation>Van boven</translation>
    </message>
    <message>
        <source>From below</source>
        <translation>Van onderen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>&amp;Toetsen en muis</translation>
    </message>
    <message>
        <source>&amp;About Neuraxis</source>
        <translation>&amp;Over Neuraxis</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Werkbalk</translation>
    </message>
    <message>
        <source>&amp;Panels at the sides</source>
        <translation>&amp;Zijpanelen</translation>
    </message>
    <message>
        <source>&amp;Header…</source>
        <translation>&amp;Header…</translation>
    </message>
    <message>
        <source>First volume of the series</source>
        <translation>Eerste volume van de reeks</translation>
    </message>
    <message>
        <source>Last volume of the series</source>
        <translation>Laatste volume van de reeks</translation>
    </message>
    <message>
        <source>&amp;Play or stop</source>
        <translation>&amp;Afspelen of stoppen</translation>
    </message>
    <message>
        <source>Next &amp;b-value only, then all again</source>
        <translation>Alleen de volgende &amp;b-waarde, daarna weer alle</translation>
    </message>
    <message>
        <source>&amp;Curve at the crosshair</source>
        <translation>&amp;Curve bij de kruisdraad</translation>
    </message>
    <message>
        <source>&amp;Table of the volumes</source>
        <translation>&amp;Tabel van de volumes</translation>
    </message>
    <message>
        <source>Open or &amp;make a study…</source>
        <translation>Open of maak een st&amp;udie…</translation>
    </message>
    <message>
        <source>S&amp;tudy: participants and visits</source>
        <translation>S&amp;tudie: deelnemers en bezoeken</translation>
    </message>
    <message>
        <source>Next participant</source>
        <translation>Volgende deelnemer</translation>
    </message>
    <message>
        <source>Previous participant</source>
        <translation>Vorige deelnemer</translation>
    </message>
    <message>
        <source>&amp;Clusters of the active layer…</source>
        <translation>&amp;Clusters van de actieve laag…</translation>
    </message>
    <message>
        <source>&amp;Surface</source>
        <translation>&amp;Oppervlak</translation>
    </message>
    <message>
        <source>&amp;White surface</source>
        <translation>&amp;Wittestofoppervlak</translation>
    </message>
    <message>
        <source>&amp;Pial surface</source>
        <translation>&amp;Piaal oppervlak</translation>
    </message>
    <message>
        <source>&amp;Inflated surface</source>
        <translation>&amp;Opgeblazen oppervlak</translation>
    </message>
    <message>
        <source>Sp&amp;here</source>
        <translation>&amp;Bol</translation>
    </message>
    <message>
        <source>Change the form</source>
        <translation>Wijzig de vorm</translation>
    </message>
    <message>
        <source>Surfaces &amp;on the slices</source>
        <translation>Oppervlakken op de p&amp;lakken</translation>
    </message>
    <message>
        <source>Surfaces on the slices</source>
        <translation>Oppervlakken op de plakken</translation>
    </message>
    <message>
        <source>&amp;Regions, controls and motor strip</source>
        <translation>&amp;Gebieden, controles en motorische strook</translation>
    </message>
    <message>
        <source>Active layer onto the surface, &amp;mid-thickness</source>
        <translation>Actieve laag op het oppervlak, &amp;midden in de cortex</translation>
    </message>
    <message>
        <source>Active layer onto the surface, a&amp;verage through the cortex</source>
        <translation>Actieve laag op het oppervlak, gemi&amp;ddelde door de cortex</translation>
    </message>
    <message>
        <source>This visit has no surfaces to show a change of thickness on.</source>
        <translation>Dit bezoek heeft geen oppervlakken om een verandering van dikte op te tonen.</translation>
    </message>
    <message>
        <source>V&amp;isits</source>
        <translation>&amp;Bezoeken</translation>
    </message>
    <message>
        <source>Next visit</source>
        <translation>Volgend bezoek</translation>
    </message>
    <message>
        <source>Previous visit</source>
        <translation>Vorig bezoek</translation>
    </message>
    <message>
        <source>The next way to compare</source>
        <translation>De volgende manier van vergelijken</translation>
    </message>
    <message>
        <source>Only the two that are compared</source>
        <translation>Alleen de twee die worden vergeleken</translation>
    </message>
    <message>
        <source>Change the visits shown</source>
        <translation>Getoonde bezoeken wijzigen</translation>
    </message>
    <message>
        <source>Map of change in volume</source>
        <translation>Kaart van verandering in volume</translation>
    </message>
    <message>
        <source>Map of change in volume a year</source>
        <translation>Kaart van verandering in volume per jaar</translation>
    </message>
    <message>
        <source>Map of change in brightness</source>
        <translation>Kaart van verandering in helderheid</translation>
    </message>
    <message>
        <source>Map of change in brightness a year</source>
        <translation>Kaart van verandering in helderheid per jaar</translation>
    </message>
    <message>
        <source>Thickness on the surface: mm a year</source>
        <translation>Dikte op het oppervlak: mm per jaar</translation>
    </message>
    <message>
        <source>Thickness on the surface: % a year</source>
        <translation>Dikte op het oppervlak: % per jaar</translation>
    </message>
    <message>
        <source>Thickness on the surface: mm in all</source>
        <translation>Dikte op het oppervlak: mm in totaal</translation>
    </message>
    <message>
        <source>Align again</source>
        <translation>Opnieuw uitlijnen</translation>
    </message>
    <message>
        <source>Align again, with stretch and shear</source>
        <translation>Opnieuw uitlijnen, met rek en scheefstelling</translation>
    </message>
    <message>
        <source>Regions and regions of interest over time</source>
        <translation>Gebieden en interessegebieden in de tijd</translation>
    </message>
</context>
<context>
    <name>Alignment</name>
    <message>
        <source>The images do not overlap: they share too little of the head.</source>
        <translation>De beelden overlappen niet: ze hebben te weinig van het hoofd gemeen.</translation>
    </message>
    <message>
        <source>The images show different parts of the body.</source>
        <translation>De beelden tonen verschillende lichaamsdelen.</translation>
    </message>
    <message>
        <source>The images have nothing in common: no place was found where they match.</source>
        <translation>De beelden hebben niets gemeen: er is geen stand gevonden waarin ze op elkaar passen.</translation>
    </message>
    <message>
        <source>The images seem to show different parts of the body: what both could show does not match.</source>
        <translation>De beelden lijken verschillende lichaamsdelen te tonen: wat beide zouden kunnen tonen, komt niet overeen.</translation>
    </message>
    <message>
        <source>One image shows only a small part of the other, and it does not match by %1 mm.</source>
        <translation>Het ene beeld toont maar een klein deel van het andere, en dat wijkt %1 mm af.</translation>
    </message>
    <message>
        <source>One image was stretched by %1 % to fit the other.</source>
        <translation>Het ene beeld is %1 % uitgerekt om op het andere te passen.</translation>
    </message>
    <message>
        <source>The contrasts differ, and the brains do not match by %1 mm: it cannot be told whether this is the same person.</source>
        <translation>De contrasten verschillen, en de hersenen wijken %1 mm van elkaar af: of dit dezelfde persoon is, valt niet te zeggen.</translation>
    </message>
    <message>
        <source>This may be another person&apos;s scan: the brains do not match by %1 mm.</source>
        <translation>Dit is misschien de scan van iemand anders: de hersenen wijken %1 mm van elkaar af.</translation>
    </message>
    <message>
        <source>The images share only %1 % of the smaller view.</source>
        <translation>De beelden hebben maar %1 % van het kleinste beeldveld gemeen.</translation>
    </message>
    <message>
        <source>The images share so small a piece that turns are uncertain.</source>
        <translation>De beelden hebben zo’n klein stuk gemeen dat draaiingen onzeker zijn.</translation>
    </message>
    <message>
        <source>The images match only faintly: noise, or very different contrasts.</source>
        <translation>De beelden lijken maar zwak op elkaar: ruis, of heel verschillende contrasten.</translation>
    </message>
    <message>
        <source>There is nothing to align: a single slice, or one brightness all over.</source>
        <translation>Er valt niets op elkaar te leggen: één enkele coupe, of overal dezelfde helderheid.</translation>
    </message>
    <message>
        <source>The pairs with the other visits disagree by %1 mm on where this visit lies.</source>
        <translation>De paren met de andere bezoeken zijn het %1 mm oneens over waar dit bezoek ligt.</translation>
    </message>
    <message>
        <source>There is not enough memory to align the images.</source>
        <translation>Er is te weinig geheugen om de beelden op elkaar te leggen.</translation>
    </message>
    <message>
        <source>There is no image of this visit.</source>
        <translation>Van dit bezoek is er geen beeld.</translation>
    </message>
    <message>
        <source>This visit lies on another, but not on most of the visits.</source>
        <translation>Dit bezoek ligt op een ander, maar niet op de meeste bezoeken.</translation>
    </message>
    <message>
        <source>Turned and shifted only (rigid).</source>
        <translation>Alleen gedraaid en verschoven (rigide).</translation>
    </message>
    <message>
        <source>Turned, shifted, stretched and sheared (affine).</source>
        <translation>Gedraaid, verschoven, gerekt en scheefgesteld (affien).</translation>
    </message>
    <message>
        <source>Each visit with each other one, by the brain and what lies within 75 mm of its middle, then all put together halfway between them; the millimetres are by how much pieces of the brain would still move.</source>
        <translation>Elk bezoek met elk ander, op de hersenen en wat binnen 75 mm van hun midden ligt, daarna alle samen halverwege; de millimeters zeggen hoeveel stukken van de hersenen nog zouden verschuiven.</translation>
    </message>
</context>
<context>
    <name>ChangeNoise</name>
    <message>
        <source>brightness %1 % in even tissue and %2 mm at edges</source>
        <translation>helderheid %1 % in egaal weefsel en %2 mm aan randen</translation>
    </message>
    <message>
        <source>volume %1 %</source>
        <translation>volume %1 %</translation>
    </message>
    <message>
        <source>no map could be made</source>
        <translation>er was geen kaart te maken</translation>
    </message>
</context>
<context>
    <name>ChangeOutputs</name>
    <message>
        <source>The folder %1 cannot be made. Check the name and that you may write there.</source>
        <translation>De map %1 kan niet worden gemaakt. Controleer de naam en of u daar mag schrijven.</translation>
    </message>
    <message>
        <source>There is not enough memory for a map of change.</source>
        <translation>Er is te weinig geheugen voor een kaart van verandering.</translation>
    </message>
    <message>
        <source>There is not enough memory for the regions of interest.</source>
        <translation>Er is niet genoeg geheugen voor de interessegebieden.</translation>
    </message>
</context>
<context>
    <name>ClusterTable</name>
    <message>
        <source>Sign</source>
        <translation>Teken</translation>
    </message>
    <message>
        <source>Voxels</source>
        <translation>Voxels</translation>
    </message>
    <message>
        <source>Volume (mm³)</source>
        <translation>Volume (mm³)</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>Piek</translation>
    </message>
    <message>
        <source>Peak at</source>
        <translation>Plaats van de piek</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Midden</translation>
    </message>
</context>
<context>
    <name>Cohort</name>
    <message>
        <source>ALS</source>
        <translation>ALS</translation>
    </message>
    <message>
        <source>PSMA</source>
        <translation>PSMA</translation>
    </message>
    <message>
        <source>PLS</source>
        <translation>PLS</translation>
    </message>
    <message>
        <source>Mimics</source>
        <translation>Mimics</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Controles</translation>
    </message>
    <message>
        <source>Familial controls</source>
        <translation>Familiecontroles</translation>
    </message>
    <message>
        <source>T1-weighted</source>
        <translation>T1-gewogen</translation>
    </message>
    <message>
        <source>Diffusion</source>
        <translation>Diffusie</translation>
    </message>
    <message>
        <source>Functional MRI</source>
        <translation>Functionele MRI</translation>
    </message>
    <message>
        <source>Spinal cord</source>
        <translation>Ruggenmerg</translation>
    </message>
    <message>
        <source>Cortical thickness</source>
        <translation>Corticale dikte</translation>
    </message>
    <message>
        <source>Connectome</source>
        <translation>Connectoom</translation>
    </message>
    <message>
        <source>Glucose</source>
        <translation>Glucose</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Overig</translation>
    </message>
    <message>
        <source>Tracts</source>
        <translation>Zenuwbanen</translation>
    </message>
</context>
<context>
    <name>CohortBoard</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>CohortFilter</name>
    <message>
        <source>Not known</source>
        <translation>Onbekend</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Deelnemer</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geslacht</translation>
    </message>
    <message>
        <source>Age at first visit</source>
        <translation>Leeftijd bij eerste bezoek</translation>
    </message>
    <message>
        <source>years</source>
        <translation>jaar</translation>
    </message>
    <message>
        <source>Genotype</source>
        <translation>Genotype</translation>
    </message>
    <message>
        <source>Onset site</source>
        <translation>Plaats van ziektebegin</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Bezoeken</translation>
    </message>
    <message>
        <source>Onset to first visit</source>
        <translation>Ziektebegin tot eerste bezoek</translation>
    </message>
    <message>
        <source>months</source>
        <translation>maanden</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Kwaliteit</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Has</source>
        <translation>Heeft</translation>
    </message>
    <message>
        <source>Gap in</source>
        <translation>Ontbreekt</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between values</comment>
        <translation> of </translation>
    </message>
    <message>
        <source>%1: at least %2</source>
        <translation>%1: minstens %2</translation>
    </message>
    <message>
        <source>%1: below %2</source>
        <translation>%1: onder %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field: values</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: not %2</source>
        <translation>%1: niet %2</translation>
    </message>
    <message>
        <source>%1: above %2</source>
        <translation>%1: boven %2</translation>
    </message>
    <message>
        <source>%1: at most %2</source>
        <translation>%1: hoogstens %2</translation>
    </message>
</context>
<context>
    <name>CohortIndex</name>
    <message>
        <source>Not rated</source>
        <translation>Niet beoordeeld</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Goed</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Twijfelachtig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Afgekeurd</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Vrouw</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Man</translation>
    </message>
    <message>
        <source>Still followed</source>
        <translation>Nog gevolgd</translation>
    </message>
    <message>
        <source>Follow-up stopped</source>
        <translation>Follow-up gestopt</translation>
    </message>
    <message>
        <source>Died</source>
        <translation>Overleden</translation>
    </message>
    <message>
        <source>No dates</source>
        <translation>Geen datums</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>Geen groep</translation>
    </message>
</context>
<context>
    <name>ColourMap</name>
    <message>
        <source>Perceptual</source>
        <translation>Perceptueel</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>Klassiek</translation>
    </message>
    <message>
        <source>Overlays</source>
        <translation>Overlays</translation>
    </message>
    <message>
        <source>Diverging</source>
        <translation>Divergerend</translation>
    </message>
</context>
<context>
    <name>CompareCommand</name>
    <message>
        <source>Compares a participant&apos;s visits without a window: aligns their images in a space midway between them, and writes pictures, maps of change and tables into the folder DIR. STUDY is a study&apos;s file or address; images that are named one by one are taken as visits in that order.

Maps lie in the space of the first visit; nothing is resampled but for them. What is found is kept in the study.</source>
        <translation>Vergelijkt de bezoeken van een deelnemer zonder venster: lijnt hun beelden uit in een ruimte midden tussen de bezoeken, en schrijft afbeeldingen, kaarten van verandering en tabellen in de map DIR. STUDY is het bestand of adres van een studie; beelden die één voor één worden genoemd, gelden als bezoeken in die volgorde.

Kaarten liggen in de ruimte van het eerste bezoek; alleen voor die kaarten worden beelden herbemonsterd. Wat is gevonden, wordt in de studie bewaard.</translation>
    </message>
    <message>
        <source>The study, then the participant&apos;s pseudonym.</source>
        <translation>De studie, dan het pseudoniem van de deelnemer.</translation>
    </message>
    <message>
        <source>Which images: T1, diffusion, cord ... ; T1 where there are such.</source>
        <translation>Welke beelden: T1, diffusion, cord ... ; T1 als die er zijn.</translation>
    </message>
    <message>
        <source>The two visits that maps are made of, by label; first and last by default.</source>
        <translation>De twee bezoeken waarvan kaarten worden gemaakt, met hun label; standaard het eerste en het laatste.</translation>
    </message>
    <message>
        <source>rigid or affine.</source>
        <translation>rigid of affine.</translation>
    </message>
    <message>
        <source>Aligns anew where the study knows how the visits lie.</source>
        <translation>Lijnt ook opnieuw uit als de studie al weet hoe de bezoeken liggen.</translation>
    </message>
    <message>
        <source>Also takes visits that failed quality for maps.</source>
        <translation>Gebruikt voor kaarten ook bezoeken met afgekeurde kwaliteit.</translation>
    </message>
    <message>
        <source>Where the pictures are made, in RAS millimetres of the first visit.</source>
        <translation>Waar de afbeeldingen worden gemaakt, in RAS-millimeters van het eerste bezoek.</translation>
    </message>
    <message>
        <source>Width and height of pictures in pixels.</source>
        <translation>Breedte en hoogte van afbeeldingen in pixels.</translation>
    </message>
    <message>
        <source>Shows this help.</source>
        <translation>Toont deze hulp.</translation>
    </message>
    <message>
        <source>--pair needs two labels: --pair 1,3.</source>
        <translation>--pair heeft twee labels nodig: --pair 1,3.</translation>
    </message>
    <message>
        <source>--pair needs two visits that differ.</source>
        <translation>--pair heeft twee verschillende bezoeken nodig.</translation>
    </message>
    <message>
        <source>--align is rigid or affine.</source>
        <translation>--align is rigid of affine.</translation>
    </message>
    <message>
        <source>Pictures are from 16 to %1 pixels wide and high.</source>
        <translation>Afbeeldingen zijn 16 tot %1 pixels breed en hoog.</translation>
    </message>
    <message>
        <source>Name one participant of the study.</source>
        <translation>Noem één deelnemer van de studie.</translation>
    </message>
    <message>
        <source>Simulated data: nobody&apos;s.</source>
        <translation>Gesimuleerde gegevens: van niemand.</translation>
    </message>
    <message>
        <source>Name the images of two visits at least.</source>
        <translation>Noem de beelden van ten minste twee bezoeken.</translation>
    </message>
    <message>
        <source>There is one visit with such an image only: nothing can be compared.</source>
        <translation>Er is maar één bezoek met zo&apos;n beeld: er valt niets te vergelijken.</translation>
    </message>
    <message>
        <source>%1 failed quality.</source>
        <translation>%1 is afgekeurd op kwaliteit.</translation>
    </message>
    <message>
        <source>The visits could not be aligned: no maps were made.</source>
        <translation>De bezoeken konden niet worden uitgelijnd: er zijn geen kaarten gemaakt.</translation>
    </message>
    <message>
        <source>See neuraxis compare --help.</source>
        <translation>Zie neuraxis compare --help.</translation>
    </message>
    <message>
        <source>There is not enough memory to compare these visits.</source>
        <translation>Er is te weinig geheugen om deze bezoeken te vergelijken.</translation>
    </message>
    <message>
        <source>Labels of the visits, as 1,3. All by default.</source>
        <translation>Labels van de bezoeken, zoals 1,3. Standaard alle.</translation>
    </message>
    <message>
        <source>There are not two visits of good quality that could be aligned: no maps were made.</source>
        <translation>Er zijn geen twee bezoeken van goede kwaliteit die konden worden uitgelijnd: er zijn geen kaarten gemaakt.</translation>
    </message>
    <message>
        <source>A visit&apos;s date is not known: no rates are told, only changes.</source>
        <translation>De datum van een bezoek is niet bekend: er worden geen snelheden gegeven, alleen veranderingen.</translation>
    </message>
    <message>
        <source>Both visits were on one day: no rates are told, only changes.</source>
        <translation>Beide bezoeken waren op één dag: er worden geen snelheden gegeven, alleen veranderingen.</translation>
    </message>
    <message>
        <source>Less than three months lie between the visits: no rates are told, only changes.</source>
        <translation>Tussen de bezoeken ligt minder dan drie maanden: er worden geen snelheden gegeven, alleen veranderingen.</translation>
    </message>
    <message>
        <source>The folder to write into; made where there is none. By default compare-PARTICIPANT, here.</source>
        <translation>De map om in te schrijven; wordt zo nodig gemaakt. Standaard compare-PARTICIPANT, hier.</translation>
    </message>
    <message>
        <source>Name a study and a participant: neuraxis compare STUDY PARTICIPANT.</source>
        <translation>Noem een studie en een deelnemer: neuraxis compare STUDY PARTICIPANT.</translation>
    </message>
    <message>
        <source>A mask or label image that lies over the first visit&apos;s image: what all visits have in its regions of interest, and how that changes.</source>
        <translation>Een masker of labelbeeld dat over het beeld van het eerste bezoek ligt: wat alle bezoeken in die interessegebieden hebben, en hoe dat verandert.</translation>
    </message>
    <message>
        <source>The visit over which --roi lies instead.</source>
        <translation>Het bezoek waarover --roi in plaats daarvan ligt.</translation>
    </message>
    <message>
        <source>--roi-of needs --roi.</source>
        <translation>--roi-of heeft --roi nodig.</translation>
    </message>
    <message>
        <source>There is no visit %1 with such an image.</source>
        <translation>Er is geen bezoek %1 met zo&apos;n beeld.</translation>
    </message>
    <message>
        <source>Compares first and last visit of up to 20 controls and keeps in the study what of change is noise, by which maps are masked from then on. Those who were compared before are not compared again without --again.</source>
        <translation>Vergelijkt het eerste en laatste bezoek van ten hoogste 20 controles en bewaart in de studie wat van de verandering ruis is, waarmee kaarten voortaan worden gemaskeerd. Wie al vergeleken is, wordt zonder --again niet opnieuw vergeleken.</translation>
    </message>
    <message>
        <source>This study cannot be written to, so that nothing could be kept.</source>
        <translation>Naar deze studie kan niet worden geschreven, zodat er niets te bewaren is.</translation>
    </message>
    <message>
        <source>Noise of the study&apos;s %1: %2</source>
        <translation>Ruis van %1 in de studie: %2</translation>
    </message>
    <message>
        <source>Fewer than five controls could be compared: the noise of each pair is used.</source>
        <translation>Er waren minder dan vijf controles te vergelijken: de ruis van elk paar wordt gebruikt.</translation>
    </message>
    <message>
        <source>--controls needs a study, and no more.</source>
        <translation>--controls heeft een studie nodig, en verder niets.</translation>
    </message>
    <message>
        <source>Writes alignment, pictures and, with --roi, brightness only.</source>
        <translation>Schrijft alleen uitlijning, beelden en, met --roi, helderheid.</translation>
    </message>
    <message>
        <source>What is bright in %1 is not bright in %2, as in images of different contrasts: there is no picture of their difference.</source>
        <translation>Wat helder is in %1 is niet helder in %2, zoals bij beelden van verschillend contrast: er is geen beeld van hun verschil.</translation>
    </message>
    <message>
        <source>--visit and --kind choose among the images of a study; name only the images meant.</source>
        <translation>--visit en --kind kiezen uit de beelden van een studie; noem alleen de bedoelde beelden.</translation>
    </message>
</context>
<context>
    <name>ComparedImages</name>
    <message>
        <source>%1 is simulated and has no images. Those named DEMO have.</source>
        <translation>%1 is gesimuleerd en heeft geen beelden. Wie DEMO heet, heeft ze.</translation>
    </message>
    <message>
        <source>The study knows of no images of %1. Add their folder.</source>
        <translation>De studie kent geen beelden van %1. Voeg de map toe.</translation>
    </message>
    <message>
        <source>%1 has no image like those of the other visits and is left out.</source>
        <translation>%1 heeft geen beeld zoals de andere bezoeken en wordt weggelaten.</translation>
    </message>
    <message>
        <source>There is no image in %1.</source>
        <translation>Er is geen beeld in %1.</translation>
    </message>
    <message>
        <source>%1 has no images of the kind %2; there are: %3.</source>
        <translation>%1 heeft geen beelden van de soort %2; er zijn: %3.</translation>
    </message>
</context>
<context>
    <name>ConvertCommand</name>
    <message>
        <source>There are %1 volumes, too many for one file. Name a folder instead of %2.</source>
        <translation>Er zijn %1 volumes, te veel voor één bestand. Geef een map op in plaats van %2.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Choose another place.</source>
        <translation>De map %1 is niet te maken. Kies een andere plaats.</translation>
    </message>
    <message>
        <source>%1 is one of the files to read; it is not written over. Choose another name.</source>
        <translation>%1 is een van de bestanden die worden gelezen; het wordt niet overschreven. Kies een andere naam.</translation>
    </message>
    <message>
        <source>There is nothing to open here.</source>
        <translation>Hier is niets om te openen.</translation>
    </message>
    <message>
        <source>%1 needs more memory than there is.</source>
        <translation>%1 vraagt meer geheugen dan er is.</translation>
    </message>
    <message>
        <source>%1 of %2 volumes could not be converted. The first: %3</source>
        <translation>%1 van de %2 volumes konden niet worden omgezet. Het eerste: %3</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>Toont deze hulp.</translation>
    </message>
    <message>
        <source>A file or folder.</source>
        <translation>Een bestand of map.</translation>
    </message>
    <message>
        <source>The file to write, or a folder.</source>
        <translation>Het bestand om te schrijven, of een map.</translation>
    </message>
    <message>
        <source>Name what to read and what to write: neuraxis convert PATH OUT.</source>
        <translation>Geef op wat te lezen en wat te schrijven: neuraxis convert PATH OUT.</translation>
    </message>
    <message>
        <source>There is not enough memory for this volume.</source>
        <translation>Er is te weinig geheugen voor dit volume.</translation>
    </message>
    <message>
        <source>%1 would lie among the scanner&apos;s files, where nothing is written. Choose another folder.</source>
        <translation>%1 zou tussen de bestanden van de scanner komen; daar wordt niets geschreven. Kies een andere map.</translation>
    </message>
    <message>
        <source>Also writes what BIDS keeps beside an image: .json and, of diffusion scans, .bval and .bvec (directions along the written grid&apos;s axes).</source>
        <translation>Schrijft ook wat BIDS naast een beeld bewaart: .json en, van diffusiescans, .bval en .bvec (richtingen langs de assen van het geschreven raster).</translation>
    </message>
    <message>
        <source>%1 is not one of %2.</source>
        <translation>%1 is niet een van %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) hold no volume or cannot be read; &quot;neuraxis info&quot; lists them.</source>
        <translation>
            <numerusform>%n bestand bevat geen volume of is niet te lezen; &quot;neuraxis info&quot; noemt het.</numerusform>
            <numerusform>%n bestanden bevatten geen volume of zijn niet te lezen; &quot;neuraxis info&quot; noemt ze.</numerusform>
        </translation>
    </message>
    <message>
        <source>--as %1 contradicts the name %2.</source>
        <translation>--as %1 is in tegenspraak met de naam %2.</translation>
    </message>
    <message>
        <source>The name %1 does not say how surfaces are to be written. End it with one of %2, begin it with lh. or rh. as FreeSurfer does, or name a folder and --as.</source>
        <translation>De naam %1 zegt niet hoe oppervlakken moeten worden geschreven. Laat de naam eindigen op een van %2, laat die met lh. of rh. beginnen zoals bij FreeSurfer, of geef een map en --as op.</translation>
    </message>
    <message>
        <source>There are %1 cortices, too many for one file. Name a folder instead of %2.</source>
        <translation>Er zijn %1 cortices, te veel voor één bestand. Geef een map op in plaats van %2.</translation>
    </message>
    <message>
        <source>%1 is the folder that is read; nothing is written there. Choose another one.</source>
        <translation>%1 is de map die wordt gelezen; daar wordt niets geschreven. Kies een andere.</translation>
    </message>
    <message>
        <source>There is no surface here.</source>
        <translation>Hier is geen oppervlak.</translation>
    </message>
    <message>
        <source>Writes a volume as %1, by the name of OUT. A PATH with several volumes gives one file each in the folder OUT. Voxels stay as stored; slope and intercept go with them. Surfaces, maps and regions are written as .gii, .vtp or .tsv, or as FreeSurfer does where OUT begins with lh. or rh. or ends in .annot or .label; places are RAS millimetres, in .vtp LPS.</source>
        <translation>Schrijft een volume als %1, naar de naam van OUT. Een PATH met meer volumes geeft elk een bestand in de map OUT. Voxels blijven zoals ze zijn opgeslagen; helling en afsnijpunt gaan mee. Oppervlakken, kaarten en gebieden worden geschreven als .gii, .vtp of .tsv, of zoals bij FreeSurfer als OUT met lh. of rh. begint of op .annot of .label eindigt; posities zijn in RAS-millimeters, in .vtp in LPS.</translation>
    </message>
    <message>
        <source>Of several volumes in a folder, the kind of file: one of %1; of surfaces, one of %2.</source>
        <translation>Van meer volumes in een map het soort bestand: een van %1; van oppervlakken een van %2.</translation>
    </message>
</context>
<context>
    <name>CornerText</name>
    <message>
        <source>Nose on the left of the screen</source>
        <translation>Neus links op het scherm</translation>
    </message>
    <message>
        <source>Nose left</source>
        <translation>Neus links</translation>
    </message>
    <message>
        <source>Nose on the right of the screen</source>
        <translation>Neus rechts op het scherm</translation>
    </message>
    <message>
        <source>Nose right</source>
        <translation>Neus rechts</translation>
    </message>
    <message>
        <source>Radiological: patient&apos;s right on the left of the screen</source>
        <translation>Radiologisch: rechterkant patiënt links op scherm</translation>
    </message>
    <message>
        <source>Radiological</source>
        <translation>Radiologisch</translation>
    </message>
    <message>
        <source>Neurological: patient&apos;s left on the left of the screen</source>
        <translation>Neurologisch: linkerkant patiënt links op scherm</translation>
    </message>
    <message>
        <source>Neurological</source>
        <translation>Neurologisch</translation>
    </message>
    <message>
        <source>Research use only</source>
        <translation>Alleen voor onderzoek</translation>
    </message>
    <message>
        <source>Volume %1 of %2</source>
        <translation>Volume %1 van %2</translation>
    </message>
    <message>
        <source>Zoom %1×</source>
        <translation>Zoom %1×</translation>
    </message>
    <message>
        <source>Overlay %1</source>
        <translation>Overlay %1</translation>
    </message>
    <message>
        <source>Planes as acquired</source>
        <translation>Vlakken zoals opgenomen</translation>
    </message>
    <message>
        <source>Left and right are not known</source>
        <translation>Links en rechts zijn niet bekend</translation>
    </message>
    <message>
        <source>Sides unknown</source>
        <translation>Zijden onbekend</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 tot %2</translation>
    </message>
</context>
<context>
    <name>CortexMap</name>
    <message>
        <source>Thickness</source>
        <translation>Dikte</translation>
    </message>
    <message>
        <source>Curvature</source>
        <translation>Kromming</translation>
    </message>
    <message>
        <source>Sulcal depth</source>
        <translation>Sulcusdiepte</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Oppervlakte</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Stretch to the template</source>
        <translation>Uitrekking naar het sjabloon</translation>
    </message>
    <message>
        <source>White-grey contrast</source>
        <translation>Contrast witte-grijze stof</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>vertex %1</source>
        <translation>hoekpunt %1</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>geen data</translation>
    </message>
    <message>
        <source>medial wall</source>
        <translation>mediale wand</translation>
    </message>
    <message>
        <source>Thickness change a year</source>
        <translation>Verandering van dikte per jaar</translation>
    </message>
    <message>
        <source>Thickness change a year, of the first</source>
        <translation>Verandering van dikte per jaar, van de eerste</translation>
    </message>
    <message>
        <source>Thickness change a year, of the mean</source>
        <translation>Verandering van dikte per jaar, van het gemiddelde</translation>
    </message>
    <message>
        <source>Thickness change</source>
        <translation>Verandering van dikte</translation>
    </message>
    <message>
        <source>Thickness change, of the first</source>
        <translation>Verandering van dikte, van de eerste</translation>
    </message>
</context>
<context>
    <name>CortexPicture</name>
    <message>
        <source>White surface</source>
        <translation>Wittestofoppervlak</translation>
    </message>
    <message>
        <source>Pial surface</source>
        <translation>Piaal oppervlak</translation>
    </message>
    <message>
        <source>Inflated</source>
        <translation>Opgeblazen</translation>
    </message>
    <message>
        <source>Sphere</source>
        <translation>Bol</translation>
    </message>
    <message>
        <source>Midthickness surface</source>
        <translation>Middenlaagoppervlak</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s) about these surfaces</source>
        <translation>
            <numerusform>%n waarschuwing over deze oppervlakken</numerusform>
            <numerusform>%n waarschuwingen over deze oppervlakken</numerusform>
        </translation>
    </message>
    <message>
        <source>No surfaces are open. Open a FreeSurfer subject folder.</source>
        <translation>Er zijn geen oppervlakken geopend. Open een proefpersoonmap van FreeSurfer.</translation>
    </message>
    <message>
        <source>There are values, but no surface to show them on.</source>
        <translation>Er zijn waarden, maar geen oppervlak om ze op te tonen.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 tot %2</translation>
    </message>
    <message>
        <source>%1, turned</source>
        <translation>%1, gedraaid</translation>
    </message>
    <message>
        <source>There is no surface of this side.</source>
        <translation>Er is geen oppervlak van deze kant.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Kaart</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Gebieden</translation>
    </message>
</context>
<context>
    <name>CurvePanel</name>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
</context>
<context>
    <name>Decoration</name>
    <message>
        <source>Crosshair</source>
        <translation>Kruisdraad</translation>
    </message>
    <message>
        <source>Colour bar</source>
        <translation>Kleurenbalk</translation>
    </message>
    <message>
        <source>Scale bar</source>
        <translation>Schaalbalk</translation>
    </message>
    <message>
        <source>Orientation letters</source>
        <translation>Oriëntatieletters</translation>
    </message>
    <message>
        <source>Corner text</source>
        <translation>Tekst in de hoeken</translation>
    </message>
</context>
<context>
    <name>DemoCommand</name>
    <message>
        <source>Print this help.</source>
        <translation>Toont deze hulp.</translation>
    </message>
    <message>
        <source>The folder to put it in; made when it is not there.</source>
        <translation>De map waar die in komt; wordt gemaakt als die er niet is.</translation>
    </message>
    <message>
        <source>Name one folder to put the demo in: neuraxis demo DIR.</source>
        <translation>Geef één map op voor de demo: neuraxis demo DIR.</translation>
    </message>
    <message>
        <source>There is a study in that folder already, which the demo would replace. Choose an empty folder.</source>
        <translation>In die map staat al een studie, die de demo zou vervangen. Kies een lege map.</translation>
    </message>
    <message>
        <source>Makes a demo study in the folder DIR: a simulated cohort with the study&apos;s published group sizes, visits, scores and events, and MR series of DEMO-001 to DEMO-003 as a scanner writes them, from the head template of the package mricron-data, with FreeSurfer folders of that head&apos;s cortex. What changes between their visits is in known_changes.json; thickness and area of everybody&apos;s cortex by region are in simulated_regions.tsv, the controls&apos; thickness along the motor strip in simulated_motor_strip.tsv. Nobody&apos;s data.</source>
        <translation>Maakt een demostudie in de map DIR: een gesimuleerd cohort met de gepubliceerde groepsgroottes, bezoeken, scores en gebeurtenissen van de studie, en MR-reeksen van DEMO-001 tot en met DEMO-003 zoals een scanner die schrijft, uit het hoofdsjabloon van het pakket mricron-data, met FreeSurfer-mappen van de cortex van dat hoofd. Wat er tussen hun bezoeken verandert, staat in known_changes.json; dikte en oppervlakte van ieders cortex per gebied staan in simulated_regions.tsv, de dikte van de controles langs de motorische strook in simulated_motor_strip.tsv. Gegevens van niemand.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Choose another place.</source>
        <translation>De map %1 is niet te maken. Kies een andere plaats.</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open files</source>
        <translation>Open bestanden</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Images (%1)</source>
        <translation>Beelden (%1)</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Open een map</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Bewaar de afbeelding</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-afbeelding (*.png)</translation>
    </message>
    <message>
        <source>The picture was saved.</source>
        <translation>De afbeelding is bewaard.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another folder.</source>
        <translation>%1 kon niet worden geschreven: %2. Kies een andere map.</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>De afbeelding staat op het klembord.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> of </translation>
    </message>
    <message>
        <source>About Neuraxis</source>
        <translation>Over Neuraxis</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Neuraxis %1&lt;/h3&gt;&lt;p&gt;MRI of brain and spinal cord for the study of ALS.&lt;/p&gt;&lt;p&gt;&lt;b&gt;For research use only. Not for diagnosis.&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Neuraxis %1&lt;/h3&gt;&lt;p&gt;MRI van hersenen en ruggenmerg voor onderzoek naar ALS.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Alleen voor onderzoek. Niet voor diagnostiek.&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Vrije software onder de GNU General Public License, versie 3 of later.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Open a study, or name a new one</source>
        <translation>Open een studie, of geef een nieuwe een naam</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Studies (*.neuraxis)</source>
        <translation>Studies (*.neuraxis)</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Bewaar de tabel</translation>
    </message>
    <message>
        <source>Tab-separated values (*.tsv)</source>
        <translation>Door tabs gescheiden waarden (*.tsv)</translation>
    </message>
    <message>
        <source>The table could not be written: %1.</source>
        <translation>De tabel kon niet worden geschreven: %1.</translation>
    </message>
</context>
<context>
    <name>DifferenceMap</name>
    <message>
        <source>Later less earlier visit, in the earlier one&apos;s brightness; the later one is matched by %1 and, smoothly, within %2 mm.</source>
        <translation>Later min eerder bezoek, in de helderheid van het eerdere; het latere is gelijkgemaakt met %1 en, vloeiend, binnen %2 mm.</translation>
    </message>
    <message>
        <source>Noise is that of the study&apos;s controls: %1 % in even tissue, and at edges as if they were %2 mm out of place; shown beyond %3 times that.</source>
        <translation>Ruis is die van de controles van de studie: %1 % in egaal weefsel, en aan randen alsof ze %2 mm verschoven waren; getoond boven %3 maal dat.</translation>
    </message>
    <message>
        <source>Noise is this pair&apos;s own: %1 % in even tissue, and at edges as if they were %2 mm out of place; shown beyond %3 times that.</source>
        <translation>Ruis is die van dit paar zelf: %1 % in egaal weefsel, en aan randen alsof ze %2 mm verschoven waren; getoond boven %3 maal dat.</translation>
    </message>
    <message>
        <source>This pair is noisier: %1 % in even tissue and %2 mm at edges. Look at the images before you trust what is shown.</source>
        <translation>Dit paar heeft meer ruis: %1 % in egaal weefsel en %2 mm aan randen. Bekijk de beelden voordat u vertrouwt wat er getoond wordt.</translation>
    </message>
</context>
<context>
    <name>HeaderCommand</name>
    <message>
        <source>There is nothing to open here.</source>
        <translation>Hier is niets om te openen.</translation>
    </message>
    <message>
        <source>Prints the header of a file, or of the first file of a folder&apos;s first series. Values that may tell who was scanned are hidden unless asked for.</source>
        <translation>Toont de header van een bestand, of van het eerste bestand van de eerste reeks in een map. Waarden die kunnen verraden wie er gescand is, blijven verborgen tenzij erom wordt gevraagd.</translation>
    </message>
    <message>
        <source>Compare with this file or folder.</source>
        <translation>Vergelijkt met dit bestand of deze map.</translation>
    </message>
    <message>
        <source>With --against: print only what differs.</source>
        <translation>Met --against: toont alleen wat verschilt.</translation>
    </message>
    <message>
        <source>Print only elements with this tag, or these words in name or value.</source>
        <translation>Toont alleen elementen met deze tag, of met deze woorden in naam of waarde.</translation>
    </message>
    <message>
        <source>Show identifying values too.</source>
        <translation>Toont ook identificerende waarden.</translation>
    </message>
    <message>
        <source>Print JSON for programs.</source>
        <translation>Geeft JSON voor programma&apos;s.</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>Toont deze hulp.</translation>
    </message>
    <message>
        <source>A file or folder.</source>
        <translation>Een bestand of map.</translation>
    </message>
    <message>
        <source>Name one file or folder.</source>
        <translation>Noem één bestand of map.</translation>
    </message>
    <message>
        <source>--differences needs a second file: --against PATH.</source>
        <translation>--differences heeft een tweede bestand nodig: --against PATH.</translation>
    </message>
    <message>
        <source>No element matches &quot;%1&quot;.</source>
        <translation>Geen element past bij &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>There is no difference.</source>
        <translation>Er is geen verschil.</translation>
    </message>
    <message>
        <source>This is the header of %1.</source>
        <translation>Dit is de header van %1.</translation>
    </message>
</context>
<context>
    <name>InfoCommand</name>
    <message>
        <source>%1 x %2 x %3</source>
        <translation>%1 x %2 x %3</translation>
    </message>
    <message>
        <source>, %1 volumes</source>
        <translation>, %1 volumes</translation>
    </message>
    <message>
        <source>, times %1 plus %2</source>
        <translation>, maal %1 plus %2</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formaat</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1, vanaf %2</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocol</translation>
    </message>
    <message>
        <source>Voxels</source>
        <translation>Voxels</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>Voxelmaat</translation>
    </message>
    <message>
        <source>%1 x %2 x %3 mm</source>
        <translation>%1 x %2 x %3 mm</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Waarden</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Let op</translation>
    </message>
    <message>
        <source>Not opened:
</source>
        <translation>Niet geopend:
</translation>
    </message>
    <message>
        <source>Says what is in files and folders, without opening a window.</source>
        <translation>Toont wat er in bestanden en mappen zit, zonder venster.</translation>
    </message>
    <message>
        <source>Print JSON for programs.</source>
        <translation>Geeft JSON voor programma&apos;s.</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>Toont deze hulp.</translation>
    </message>
    <message>
        <source>Files and folders.</source>
        <translation>Bestanden en mappen.</translation>
    </message>
    <message>
        <source>Name a file or folder to look at.</source>
        <translation>Geef een bestand of map op om te bekijken.</translation>
    </message>
    <message>
        <source>There is nothing to open here.</source>
        <translation>Hier is niets om te openen.</translation>
    </message>
    <message>
        <source>Placed by</source>
        <translation>Geplaatst door</translation>
    </message>
    <message>
        <source>displayed</source>
        <translation>getoonde</translation>
    </message>
    <message>
        <source>real-world</source>
        <translation>werkelijke</translation>
    </message>
    <message>
        <source>precise</source>
        <translation>nauwkeurige</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 tot %2</translation>
    </message>
    <message>
        <source>b %1 s/mm²</source>
        <translation>b %1 s/mm²</translation>
    </message>
    <message numerus="yes">
        <source>%n direction(s)</source>
        <translation>
            <numerusform>%n richting</numerusform>
            <numerusform>%n richtingen</numerusform>
        </translation>
    </message>
    <message>
        <source>every %1 s</source>
        <translation>elke %1 s</translation>
    </message>
    <message>
        <source>along %1-%2, sense unknown</source>
        <translation>langs %1-%2, zin onbekend</translation>
    </message>
    <message>
        <source>towards %1</source>
        <translation>naar %1</translation>
    </message>
    <message>
        <source>readout %1 s (estimated)</source>
        <translation>uitlezing %1 s (geschat)</translation>
    </message>
    <message>
        <source>readout %1 s</source>
        <translation>uitlezing %1 s</translation>
    </message>
    <message>
        <source>slice times estimated</source>
        <translation>coupetijden geschat</translation>
    </message>
    <message>
        <source>slice times known</source>
        <translation>coupetijden bekend</translation>
    </message>
    <message>
        <source>; %1 scaling: times %2 plus %3</source>
        <translation>; %1 schaling: maal %2 plus %3</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>There is not enough memory to look at all of this. Name fewer files.</source>
        <translation>Er is niet genoeg geheugen om dit alles te bekijken. Noem minder bestanden.</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>%1 vertices, %2 triangles</source>
        <translation>%1 hoekpunten, %2 driehoeken</translation>
    </message>
    <message>
        <source>; R %1 to %2, A %3 to %4, S %5 to %6 mm</source>
        <translation>; R %1 tot %2, A %3 tot %4, S %5 tot %6 mm</translation>
    </message>
    <message>
        <source>%1 %2 to %3, mean %4</source>
        <translation>%1 %2 tot %3, gemiddeld %4</translation>
    </message>
    <message>
        <source>%1 %2 regions, %3 vertices in none</source>
        <translation>%1 %2 gebieden, %3 hoekpunten zonder gebied</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Sjabloon</translation>
    </message>
    <message>
        <source>on a template&apos;s vertices</source>
        <translation>op de hoekpunten van een sjabloon</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Kaart</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Gebieden</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>%1: %2 regions of %3</source>
        <translation>%1: %2 gebieden van %3</translation>
    </message>
    <message>
        <source>%1 no values</source>
        <translation>%1 geen waarden</translation>
    </message>
    <message numerus="yes">
        <source>, %n vertices without a value</source>
        <translation>
            <numerusform>, %n punt zonder waarde</numerusform>
            <numerusform>, %n punten zonder waarde</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IntensityMatch</name>
    <message>
        <source>%1 is shown %2 times as bright, by the median over the brain.</source>
        <translation>%1 wordt %2 keer zo helder getoond, naar de mediaan over de hersenen.</translation>
    </message>
    <message>
        <source>The two visits have no brain in common where they are aligned, so their brightness cannot be matched.</source>
        <translation>De twee bezoeken hebben waar ze zijn uitgelijnd geen hersenen gemeen; hun helderheid kan dus niet gelijk worden gemaakt.</translation>
    </message>
    <message>
        <source>What is bright in one visit is not bright in the other (correlation %1): they have different contrasts or are not aligned.</source>
        <translation>Wat in het ene bezoek helder is, is dat in het andere niet (correlatie %1): ze hebben een ander contrast of zijn niet uitgelijnd.</translation>
    </message>
</context>
<context>
    <name>JacobianMap</name>
    <message>
        <source>How much more or less room tissue takes, as the logarithm of the later volume by the earlier one, from a smooth registration halfway between the visits.</source>
        <translation>Hoeveel meer of minder ruimte weefsel inneemt, als de logaritme van het latere volume gedeeld door het eerdere, uit een vloeiende registratie halverwege de bezoeken.</translation>
    </message>
    <message>
        <source>Noise is the study&apos;s own: changes below %1 % are not shown.</source>
        <translation>De ruis is die van de studie zelf: veranderingen onder %1 % worden niet getoond.</translation>
    </message>
    <message>
        <source>Noise is taken as %1 %, three standard deviations of what most of this brain has: changes below it are not shown.</source>
        <translation>Als ruis geldt %1 %, drie standaarddeviaties van wat het grootste deel van deze hersenen heeft: veranderingen daaronder worden niet getoond.</translation>
    </message>
    <message>
        <source>The images differ too much everywhere for a map of volume: its noise would be %1 %.</source>
        <translation>De beelden verschillen overal te veel voor een kaart van volume: de ruis zou %1 % zijn.</translation>
    </message>
</context>
<context>
    <name>LayerTitle</name>
    <message>
        <source>%1, not aligned</source>
        <comment>a layer</comment>
        <translation>%1, niet uitgelijnd</translation>
    </message>
</context>
<context>
    <name>Layout</name>
    <message>
        <source>Axial</source>
        <translation>Axiaal</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>Coronaal</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>Sagittaal</translation>
    </message>
    <message>
        <source>Planes and 3-D</source>
        <translation>Vlakken en 3D</translation>
    </message>
    <message>
        <source>Three planes</source>
        <translation>Drie vlakken</translation>
    </message>
    <message>
        <source>3-D</source>
        <translation>3D</translation>
    </message>
    <message>
        <source>Lightbox</source>
        <translation>Lichtkast</translation>
    </message>
    <message>
        <source>Surfaces</source>
        <translation>Oppervlakken</translation>
    </message>
    <message>
        <source>Planes and surface</source>
        <translation>Vlakken en oppervlak</translation>
    </message>
    <message>
        <source>One surface</source>
        <translation>Eén oppervlak</translation>
    </message>
    <message>
        <source>Left lateral</source>
        <translation>Links lateraal</translation>
    </message>
    <message>
        <source>Right lateral</source>
        <translation>Rechts lateraal</translation>
    </message>
    <message>
        <source>From the left</source>
        <translation>Van links</translation>
    </message>
    <message>
        <source>Left medial</source>
        <translation>Links mediaal</translation>
    </message>
    <message>
        <source>Right medial</source>
        <translation>Rechts mediaal</translation>
    </message>
    <message>
        <source>From the right</source>
        <translation>Van rechts</translation>
    </message>
    <message>
        <source>Left dorsal</source>
        <translation>Links dorsaal</translation>
    </message>
    <message>
        <source>Right dorsal</source>
        <translation>Rechts dorsaal</translation>
    </message>
    <message>
        <source>Dorsal</source>
        <translation>Dorsaal</translation>
    </message>
    <message>
        <source>Left ventral</source>
        <translation>Links ventraal</translation>
    </message>
    <message>
        <source>Right ventral</source>
        <translation>Rechts ventraal</translation>
    </message>
    <message>
        <source>Ventral</source>
        <translation>Ventraal</translation>
    </message>
    <message>
        <source>Left anterior</source>
        <translation>Links anterieur</translation>
    </message>
    <message>
        <source>Right anterior</source>
        <translation>Rechts anterieur</translation>
    </message>
    <message>
        <source>Anterior</source>
        <translation>Anterieur</translation>
    </message>
    <message>
        <source>Left posterior</source>
        <translation>Links posterieur</translation>
    </message>
    <message>
        <source>Right posterior</source>
        <translation>Rechts posterieur</translation>
    </message>
    <message>
        <source>Posterior</source>
        <translation>Posterieur</translation>
    </message>
    <message>
        <source>Visits: three planes</source>
        <translation>Bezoeken: drie vlakken</translation>
    </message>
    <message>
        <source>Visits: axial</source>
        <translation>Bezoeken: axiaal</translation>
    </message>
    <message>
        <source>Visits: coronal</source>
        <translation>Bezoeken: coronaal</translation>
    </message>
    <message>
        <source>Visits: sagittal</source>
        <translation>Bezoeken: sagittaal</translation>
    </message>
</context>
<context>
    <name>Loader</name>
    <message>
        <source>There is not enough memory to read this. Close other programs and try again.</source>
        <translation>Er is te weinig geheugen om dit te lezen. Sluit andere programma&apos;s en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The surfaces of %1 are not read: there is no memory for more. Open them by themselves.</source>
        <translation>De oppervlakken van %1 zijn niet gelezen: er is geen geheugen voor meer. Open ze apart.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>There is no display to open a window on. Set DISPLAY, or make a picture with &quot;neuraxis render&quot;.</source>
        <translation>Er is geen beeldscherm om een venster op te openen. Stel DISPLAY in, of maak een afbeelding met &quot;neuraxis render&quot;.</translation>
    </message>
    <message>
        <source>Unknown option %1. See neuraxis --help.</source>
        <translation>Onbekende optie %1. Zie neuraxis --help.</translation>
    </message>
    <message>
        <source>%1 is neither a command nor a file. See neuraxis --help.</source>
        <translation>%1 is geen opdracht en geen bestand. Zie neuraxis --help.</translation>
    </message>
    <message>
        <source>Neuraxis %1: MRI of brain and spinal cord for the study of ALS. For research use only.

  neuraxis [PATH...]            open files and folders in a window
  neuraxis info PATH...         say what is in files and folders
  neuraxis convert PATH OUT     write volumes as NIfTI, NRRD or MGZ, surfaces as GIFTI or VTP
  neuraxis render PATH...       make a picture without a window
  neuraxis header PATH          print all that a file&apos;s header says
  neuraxis study ACTION STUDY   add to a study, list it, show, compare, export
  neuraxis compare STUDY PARTICIPANT  align visits, write maps of change
  neuraxis --study STUDY        open a study: a file or postgresql://host/database
  neuraxis demo DIR             make a demo study

  neuraxis COMMAND --help tells a command&apos;s options; --version the version.
</source>
        <translation>Neuraxis %1: MRI van hersenen en ruggenmerg voor onderzoek naar ALS. Alleen voor onderzoek.

  neuraxis [PATH...]            open bestanden en mappen in een venster
  neuraxis info PATH...         toon wat er in bestanden en mappen zit
  neuraxis convert PATH OUT     schrijf volumes als NIfTI, NRRD of MGZ, oppervlakken als GIFTI of VTP
  neuraxis render PATH...       maak een afbeelding zonder venster
  neuraxis header PATH          toon alles wat de kop van een bestand zegt
  neuraxis study ACTION STUDY   vul een studie aan, toon, vergelijk of exporteer die
  neuraxis compare STUDY PARTICIPANT  lijn bezoeken uit, schrijf kaarten van verandering
  neuraxis --study STUDY        open een studie: een bestand of postgresql://host/database
  neuraxis demo DIR             maak een demostudie

  neuraxis COMMAND --help noemt de opties van een opdracht; --version de versie.
</translation>
    </message>
</context>
<context>
    <name>OutputFile</name>
    <message>
        <source>%1 cannot be written. Check that there is room and that you may write there.</source>
        <translation>%1 kan niet worden geschreven. Controleer of er ruimte is en of u daar mag schrijven.</translation>
    </message>
</context>
<context>
    <name>PlacedVisits</name>
    <message>
        <source>This image is that of an earlier visit, voxel by voxel: one scan was filed twice.</source>
        <translation>Dit beeld is voxel voor voxel dat van een eerder bezoek: één scan is tweemaal opgeborgen.</translation>
    </message>
</context>
<context>
    <name>PlaneView</name>
    <message>
        <source>Failed quality</source>
        <translation>Kwaliteit afgekeurd</translation>
    </message>
    <message>
        <source>Being read…</source>
        <translation>Wordt gelezen…</translation>
    </message>
    <message>
        <source>Not aligned yet</source>
        <translation>Nog niet uitgelijnd</translation>
    </message>
    <message>
        <source>Alignment doubtful</source>
        <translation>Uitlijning twijfelachtig</translation>
    </message>
    <message>
        <source>Not aligned</source>
        <translation>Niet uitgelijnd</translation>
    </message>
    <message>
        <source>% of the window</source>
        <translation>% van het venster</translation>
    </message>
    <message>
        <source>The visits are not aligned yet.</source>
        <translation>De bezoeken zijn nog niet uitgelijnd.</translation>
    </message>
    <message>
        <source>%1 is not aligned, so that the two cannot be laid over one another. %2</source>
        <translation>%1 is niet uitgelijnd, zodat de twee niet over elkaar kunnen liggen. %2</translation>
    </message>
    <message>
        <source>The brightness of the two visits cannot be matched, so that their difference says nothing.</source>
        <translation>De helderheid van de twee bezoeken is niet aan te passen, zodat hun verschil niets zegt.</translation>
    </message>
</context>
<context>
    <name>RateTables</name>
    <message>
        <source>Region</source>
        <translation>Gebied</translation>
    </message>
    <message>
        <source>side</source>
        <translation>kant</translation>
    </message>
    <message>
        <source>visits</source>
        <translation>bezoeken</translation>
    </message>
    <message>
        <source>%1/year</source>
        <translation>%1/jaar</translation>
    </message>
    <message>
        <source>95 % from</source>
        <translation>95 % van</translation>
    </message>
    <message>
        <source>to</source>
        <translation>tot</translation>
    </message>
    <message>
        <source>%/year</source>
        <translation>%/jaar</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>first</source>
        <translation>eerste</translation>
    </message>
    <message>
        <source>last</source>
        <translation>laatste</translation>
    </message>
    <message>
        <source>change</source>
        <translation>verandering</translation>
    </message>
    <message>
        <source>per year</source>
        <translation>per jaar</translation>
    </message>
</context>
<context>
    <name>RegionReport</name>
    <message>
        <source>%1, left</source>
        <translation>%1, links</translation>
    </message>
    <message>
        <source>%1, right</source>
        <translation>%1, rechts</translation>
    </message>
    <message>
        <source>For scores, open the participant from a study that has controls.</source>
        <translation>Open de deelnemer voor scores vanuit een studie met controles.</translation>
    </message>
    <message>
        <source>For scores, open the participant from the study: these surfaces were opened by themselves.</source>
        <translation>Open de deelnemer voor scores vanuit de studie: deze oppervlakken zijn los geopend.</translation>
    </message>
    <message>
        <source>The study knows no cortical regions of this participant.</source>
        <translation>De studie kent geen corticale gebieden van deze deelnemer.</translation>
    </message>
    <message numerus="yes">
        <source>No region has %n control(s) or more to compare with.</source>
        <translation>
            <numerusform>Geen enkel gebied heeft %n controle of meer om mee te vergelijken.</numerusform>
            <numerusform>Geen enkel gebied heeft %n controles of meer om mee te vergelijken.</numerusform>
        </translation>
    </message>
    <message>
        <source>The motor strip needs regions with one named precentral, as aparc has.</source>
        <translation>De motorische strook vraagt gebieden waarvan er een precentral heet, zoals in aparc.</translation>
    </message>
    <message>
        <source>Choose a map on the surface to see it along the motor strip.</source>
        <translation>Kies een kaart op het oppervlak om die langs de motorische strook te zien.</translation>
    </message>
    <message>
        <source>The motor strip needs a white surface, and regions with one named precentral.</source>
        <translation>De motorische strook vraagt een wittestofoppervlak, en gebieden waarvan er een precentral heet.</translation>
    </message>
</context>
<context>
    <name>RegionTableView</name>
    <message>
        <source>Region</source>
        <translation>Gebied</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Kant</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Thickness (mm)</source>
        <translation>Dikte (mm)</translation>
    </message>
    <message>
        <source>SD (mm)</source>
        <translation>SD (mm)</translation>
    </message>
    <message>
        <source>Area (mm²)</source>
        <translation>Oppervlakte (mm²)</translation>
    </message>
    <message>
        <source>Volume (mm³)</source>
        <translation>Volume (mm³)</translation>
    </message>
    <message>
        <source>Vertices</source>
        <translation>Hoekpunten</translation>
    </message>
</context>
<context>
    <name>RegionTrajectories</name>
    <message>
        <source>Left out, since they were measured by themselves and the others in FreeSurfer&apos;s longitudinal stream: visits %1.</source>
        <translation>Weggelaten, want op zichzelf gemeten en de andere in de longitudinale verwerking van FreeSurfer: bezoeken %1.</translation>
    </message>
    <message>
        <source>Left out, since they were measured in FreeSurfer&apos;s longitudinal stream and the others by themselves: visits %1.</source>
        <translation>Weggelaten, want gemeten in de longitudinale verwerking van FreeSurfer en de andere op zichzelf: bezoeken %1.</translation>
    </message>
    <message>
        <source>Each visit was measured by itself: less certain than FreeSurfer&apos;s longitudinal stream.</source>
        <translation>Elk bezoek is op zichzelf gemeten: minder zeker dan de longitudinale verwerking van FreeSurfer.</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>Dikte</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Oppervlakte</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>%1, left</source>
        <translation>%1, links</translation>
    </message>
    <message>
        <source>%1, right</source>
        <translation>%1, rechts</translation>
    </message>
    <message>
        <source>Normal ageing: %1 % a year (Storsve 2014)</source>
        <translation>Normale veroudering: %1 % per jaar (Storsve 2014)</translation>
    </message>
    <message>
        <source>%1: change of the thickness of cortical regions</source>
        <translation>%1: verandering van de dikte van corticale gebieden</translation>
    </message>
    <message>
        <source>%1: change of the area of cortical regions</source>
        <translation>%1: verandering van de oppervlakte van corticale gebieden</translation>
    </message>
    <message>
        <source>%1: change of the volume of cortical regions</source>
        <translation>%1: verandering van het volume van corticale gebieden</translation>
    </message>
</context>
<context>
    <name>RenderCommand</name>
    <message>
        <source>Makes a picture of volumes without a window: the first volume of every PATH, the later ones over the first.</source>
        <translation>Maakt zonder venster een afbeelding van volumes: het eerste volume van elk PATH, de latere over het eerste heen.</translation>
    </message>
    <message>
        <source>The PNG file to write.</source>
        <translation>Het PNG-bestand om te schrijven.</translation>
    </message>
    <message>
        <source>One of: %1.</source>
        <translation>Een van: %1.</translation>
    </message>
    <message>
        <source>Where the crosshair is, in RAS millimetres; the middle of the first volume by default.</source>
        <translation>Waar de kruisdraad staat, in RAS-millimeters; standaard het midden van het eerste volume.</translation>
    </message>
    <message>
        <source>Centre and width of the first volume&apos;s window.</source>
        <translation>Midden en breedte van het venster van het eerste volume.</translation>
    </message>
    <message>
        <source>How the 3-D view looks; one of: %1.</source>
        <translation>Hoe de 3D-weergave eruitziet; een van: %1.</translation>
    </message>
    <message>
        <source>Width and height in pixels.</source>
        <translation>Breedte en hoogte in pixels.</translation>
    </message>
    <message>
        <source>Makes picture, lines and text this many times as large: 2 for print.</source>
        <translation>Maakt beeld, lijnen en tekst zoveel keer zo groot: 2 voor druk.</translation>
    </message>
    <message>
        <source>A colour&apos;s name, #rrggbb or transparent.</source>
        <translation>De Engelse naam van een kleur, #rrggbb of transparent.</translation>
    </message>
    <message>
        <source>Draws no letters, numbers or words.</source>
        <translation>Tekent geen letters, getallen of woorden.</translation>
    </message>
    <message>
        <source>Shows this help.</source>
        <translation>Toont deze hulp.</translation>
    </message>
    <message>
        <source>Name at least one file or folder to make a picture of.</source>
        <translation>Geef minstens één bestand of map op om een afbeelding van te maken.</translation>
    </message>
    <message>
        <source>Say where the picture goes: --out FILE.png.</source>
        <translation>Geef op waar de afbeelding komt: --out FILE.png.</translation>
    </message>
    <message>
        <source>Pictures are written as PNG: let --out end in .png.</source>
        <translation>Afbeeldingen worden als PNG geschreven: laat --out eindigen op .png.</translation>
    </message>
    <message>
        <source>There is no layout %1; there are %2.</source>
        <translation>Indeling %1 bestaat niet; wel: %2.</translation>
    </message>
    <message>
        <source>There is no preset %1; there are %2.</source>
        <translation>Preset %1 bestaat niet; wel: %2.</translation>
    </message>
    <message>
        <source>The width of --window must be greater than 0.</source>
        <translation>De breedte van --window moet groter zijn dan 0.</translation>
    </message>
    <message>
        <source>Pictures are from 16 to %1 pixels wide and high.</source>
        <translation>Afbeeldingen zijn 16 tot %1 pixels breed en hoog.</translation>
    </message>
    <message>
        <source>%1 is no colour; write a name as &quot;white&quot;, #rrggbb or transparent.</source>
        <translation>%1 is geen kleur; geef een naam als &quot;white&quot;, #rrggbb of transparent.</translation>
    </message>
    <message>
        <source>There is no image in %1.</source>
        <translation>Er is geen beeld in %1.</translation>
    </message>
    <message>
        <source>See neuraxis render --help.</source>
        <translation>Zie neuraxis render --help.</translation>
    </message>
    <message>
        <source>There is not enough memory for this picture; choose a smaller one or a smaller volume.</source>
        <translation>Er is te weinig geheugen voor deze afbeelding; kies een kleinere of een kleiner volume.</translation>
    </message>
    <message>
        <source>The place %1 lies outside the first volume. Choose one inside.</source>
        <translation>De plaats %1 ligt buiten het eerste volume. Kies een plaats erbinnen.</translation>
    </message>
    <message>
        <source>Which volume of a series with several, from 1.</source>
        <translation>Welk volume van een reeks met meerdere, vanaf 1.</translation>
    </message>
    <message>
        <source>--volume is a whole number from 1.</source>
        <translation>--volume is een geheel getal vanaf 1.</translation>
    </message>
    <message numerus="yes">
        <source>There is no volume %1: the series has %n volume(s).</source>
        <translation>
            <numerusform>Er is geen volume %1: de reeks heeft %n volume.</numerusform>
            <numerusform>Er is geen volume %1: de reeks heeft %n volumes.</numerusform>
        </translation>
    </message>
    <message>
        <source>--%1 %2 is not known; there are %3.</source>
        <translation>--%1 %2 bestaat niet; wel: %3.</translation>
    </message>
    <message>
        <source>There is no map and no file %1; the surfaces have %2.</source>
        <translation>Er is geen kaart en geen bestand %1; kaarten van de oppervlakken: %2.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>%1 holds regions, no map. Name it by --regions.</source>
        <translation>%1 bevat gebieden, geen kaart. Geef het op met --regions.</translation>
    </message>
    <message>
        <source>There are no regions and no file %1; the surfaces have %2.</source>
        <translation>Er zijn geen gebieden en er is geen bestand %1; gebieden van de oppervlakken: %2.</translation>
    </message>
    <message>
        <source>%1 holds a map, no regions. Name it by --map.</source>
        <translation>%1 bevat een kaart, geen gebieden. Noem het met --map.</translation>
    </message>
    <message>
        <source>Of surfaces, a map that they have (thickness, curv, sulc ...) or a file with one; once for each side&apos;s file. Thickness by default.</source>
        <translation>Van oppervlakken: een kaart die ze hebben (thickness, curv, sulc ...) of een bestand met een kaart; één keer voor het bestand van elke kant. Standaard thickness.</translation>
    </message>
    <message>
        <source>The form of the surfaces: %1, or a number between 0 and 3.</source>
        <translation>De vorm van de oppervlakken: %1, of een getal van 0 tot en met 3.</translation>
    </message>
    <message>
        <source>The map&apos;s values at the ends of its colours.</source>
        <translation>De waarden van de kaart aan de uiteinden van de kleuren.</translation>
    </message>
    <message>
        <source>The map is not drawn below this value; of maps of both signs, nearer to zero.</source>
        <translation>De kaart wordt onder deze waarde niet getekend; bij kaarten met beide tekens: dichter bij nul.</translation>
    </message>
    <message>
        <source>The map&apos;s colours, by the names that the program shows.</source>
        <translation>De kleuren van de kaart, met de namen die het programma toont.</translation>
    </message>
    <message>
        <source>A parcellation that the surfaces have, a file with one, or &quot;none&quot;.</source>
        <translation>Een parcellatie die de oppervlakken hebben, een bestand met een parcellatie, of &quot;none&quot; (geen).</translation>
    </message>
    <message>
        <source>Draws regions as areas, not by their borders.</source>
        <translation>Tekent gebieden als vlakken, niet als randen.</translation>
    </message>
    <message>
        <source>From where the layout &quot;surface&quot; looks: some of %1.</source>
        <translation>Vanwaar de indeling &quot;surface&quot; kijkt: een of meer van %1.</translation>
    </message>
    <message>
        <source>The second value of --range must be greater than the first.</source>
        <translation>De tweede waarde van --range moet groter zijn dan de eerste.</translation>
    </message>
    <message>
        <source>The layout %1 has one surface: name one direction with --views, or take --layout surface.</source>
        <translation>De indeling %1 heeft één oppervlak: noem één richting met --views, of neem --layout surface.</translation>
    </message>
    <message>
        <source>There are no surfaces here. Name a FreeSurfer subject folder or surface files.</source>
        <translation>Hier zijn geen oppervlakken. Geef een proefpersoonmap van FreeSurfer of oppervlakbestanden op.</translation>
    </message>
    <message>
        <source>There is no map to draw so. Name one with --map.</source>
        <translation>Er is geen kaart om zo te tekenen. Noem er een met --map.</translation>
    </message>
    <message>
        <source>There are %1 sets of surfaces here, and a picture is of one. Name one of them.</source>
        <translation>Hier zijn %1 stellen oppervlakken, en een afbeelding is van één ervan. Noem er een.</translation>
    </message>
    <message>
        <source>There is no image to be seen in the layout %1. Choose --layout surface.</source>
        <translation>In de indeling %1 is geen beeld te zien. Kies --layout surface.</translation>
    </message>
    <message>
        <source>There are values here, but no surface to show them on. Name the surface&apos;s file too.</source>
        <translation>Hier zijn waarden, maar geen oppervlak om ze op te tonen. Noem ook het bestand van het oppervlak.</translation>
    </message>
    <message>
        <source>numbers from 0 to 3</source>
        <translation>getallen van 0 tot 3</translation>
    </message>
    <message>
        <source>There is no surface of the form %1 here. Choose another with --surface.</source>
        <translation>Er is hier geen oppervlak in de vorm %1. Kies een andere met --surface.</translation>
    </message>
    <message>
        <source>Files or folders; each is one layer, from the lowest up. Or a study and a participant&apos;s pseudonym.</source>
        <translation>Bestanden of mappen; elk is één laag, van onder naar boven. Of een studie en het pseudoniem van een deelnemer.</translation>
    </message>
    <message>
        <source>Of a participant: labels of the visits that are shown, as 3 or 3,1; the first is the one in front. All by default.</source>
        <translation>Van een deelnemer: labels van de getoonde bezoeken, zoals 3 of 3,1; het eerste ligt voorop. Standaard alle.</translation>
    </message>
    <message>
        <source>Of a participant: which images: T1, diffusion, cord ...</source>
        <translation>Van een deelnemer: welke beelden: T1, diffusion, cord ...</translation>
    </message>
    <message>
        <source>How two visits lie over one another; one of: %1.</source>
        <translation>Hoe twee bezoeken over elkaar liggen; een van: %1.</translation>
    </message>
    <message>
        <source>There is no way to blend called %1; there are %2.</source>
        <translation>Er is geen manier van mengen die %1 heet; er zijn %2.</translation>
    </message>
    <message>
        <source>Name the study and one participant.</source>
        <translation>Noem de studie en één deelnemer.</translation>
    </message>
    <message>
        <source>There is no image to make a picture of.</source>
        <translation>Er is geen beeld om een afbeelding van te maken.</translation>
    </message>
    <message>
        <source>--visit, --kind and --blend are for a study&apos;s participant: name the study and the participant.</source>
        <translation>--visit, --kind en --blend zijn voor een deelnemer van een studie: noem de studie en de deelnemer.</translation>
    </message>
    <message>
        <source>There is no image like that at visit %1.</source>
        <translation>Bij bezoek %1 is er niet zo&apos;n beeld.</translation>
    </message>
    <message>
        <source>There is one visit with such an image only: --blend needs two.</source>
        <translation>Er is maar één bezoek met zo&apos;n beeld: --blend heeft er twee nodig.</translation>
    </message>
</context>
<context>
    <name>RoiTrajectories</name>
    <message>
        <source>label %1</source>
        <translation>label %1</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helderheid</translation>
    </message>
    <message>
        <source>There are no other visits with such an image: nothing can be followed over time.</source>
        <translation>Er zijn geen andere bezoeken met zo’n beeld: er is niets in de tijd te volgen.</translation>
    </message>
    <message>
        <source>%1, over which %2 lies, could not be aligned with the other visits. Put it by hand first.</source>
        <translation>%1, waarover %2 ligt, kon niet met de andere bezoeken worden uitgelijnd. Leg het eerst met de hand.</translation>
    </message>
    <message>
        <source>Volume as %1 has it, times how much tissue became more or less there.</source>
        <translation>Het volume zoals in %1, maal hoeveel meer of minder weefsel er werd.</translation>
    </message>
    <message>
        <source>Mean brightness, matched over the brain to that of %1.</source>
        <translation>Gemiddelde helderheid, over de hersenen afgestemd op die van %1.</translation>
    </message>
    <message>
        <source>Mean of the images&apos; values.</source>
        <translation>Gemiddelde van de waarden van de beelden.</translation>
    </message>
    <message>
        <source>%1: change of the volume of regions of interest</source>
        <translation>%1: verandering van het volume van interessegebieden</translation>
    </message>
    <message>
        <source>%1: change of the brightness of regions of interest</source>
        <translation>%1: verandering van de helderheid van interessegebieden</translation>
    </message>
    <message>
        <source>visit %1</source>
        <translation>bezoek %1</translation>
    </message>
    <message>
        <source>Normal ageing: %1 % a year, as cortex has it (Storsve 2014)</source>
        <translation>Normale veroudering: %1 % per jaar, zoals bij schors (Storsve 2014)</translation>
    </message>
    <message>
        <source>Not within the brain at %1, or not for nine tenths: %2.</source>
        <translation>Niet binnen de hersenen bij %1, of niet voor negen tiende: %2.</translation>
    </message>
    <message>
        <source>Not within the image of %1, or not for nine tenths: %2.</source>
        <translation>Niet binnen het beeld van %1, of niet voor negen tiende: %2.</translation>
    </message>
    <message>
        <source>its brightness could not be matched.</source>
        <translation>de helderheid kon niet worden afgestemd.</translation>
    </message>
    <message>
        <source>%1 is no mask or label image: its values are not whole numbers, or too many.</source>
        <translation>%1 is geen masker of labelbeeld: de waarden zijn geen hele getallen, of te veel.</translation>
    </message>
    <message>
        <source>There is no region of interest in %1: all values of its first volume are 0.</source>
        <translation>Er is geen interessegebied in %1: alle waarden van het eerste volume zijn 0.</translation>
    </message>
    <message>
        <source>%1: without the stretch that it was aligned with.</source>
        <translation>%1: zonder de rek waarmee het is uitgelijnd.</translation>
    </message>
    <message>
        <source>%1 does not say where it lies: look whether it lies right.</source>
        <translation>%1 zegt niet waar het ligt: kijk of het goed ligt.</translation>
    </message>
    <message>
        <source>%1 is no mask or label image: its values form no areas; it looks like a scan.</source>
        <translation>%1 is geen masker of labelbeeld: de waarden vormen geen gebieden; het lijkt een scan.</translation>
    </message>
    <message>
        <source>no band: brightness cannot be compared between people</source>
        <translation>geen band: helderheid is niet tussen mensen te vergelijken</translation>
    </message>
</context>
<context>
    <name>ScoreTables</name>
    <message>
        <source>thickness</source>
        <translation>dikte</translation>
    </message>
    <message>
        <source>area</source>
        <translation>oppervlakte</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>volume</translation>
    </message>
    <message>
        <source>older or younger than all controls</source>
        <translation>ouder of jonger dan alle controles</translation>
    </message>
    <message>
        <source>of a sex that the controls are not</source>
        <translation>van een ander geslacht dan de controles</translation>
    </message>
    <message>
        <source>a control, compared with the others</source>
        <translation>een controle, vergeleken met de andere</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Gebied</translation>
    </message>
    <message>
        <source>side</source>
        <translation>kant</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>%1, visit %2: %3 of cortical regions</source>
        <translation>%1, bezoek %2: %3 van corticale gebieden</translation>
    </message>
    <message numerus="yes">
        <source>p is two-sided, of Student&apos;s t distribution; q is Benjamini and Hochberg&apos;s, of %n region(s). Groups of regions are tests by themselves.</source>
        <translation>
            <numerusform>p is tweezijdig, uit de t-verdeling van Student; q is die van Benjamini en Hochberg, over %n gebied. Groepen van gebieden zijn toetsen op zichzelf.</numerusform>
            <numerusform>p is tweezijdig, uit de t-verdeling van Student; q is die van Benjamini en Hochberg, over %n gebieden. Groepen van gebieden zijn toetsen op zichzelf.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are too few controls with these regions, or this participant&apos;s age or sex is not known: there are no scores.</source>
        <translation>Er zijn te weinig controles met deze gebieden, of leeftijd of geslacht van deze deelnemer is niet bekend: er zijn geen scores.</translation>
    </message>
    <message>
        <source>To be read with care: %1.</source>
        <translation>Met voorzichtigheid te lezen: %1.</translation>
    </message>
</context>
<context>
    <name>Staging</name>
    <message>
        <source>No ALSFRS-R items.</source>
        <translation>Geen ALSFRS-R-items.</translation>
    </message>
    <message>
        <source>Items missing: %1.</source>
        <translation>Ontbrekende items: %1.</translation>
    </message>
    <message>
        <source>Without dates it is not known whether the PEG came before this visit.</source>
        <translation>Zonder datums is niet bekend of de PEG vóór dit bezoek kwam.</translation>
    </message>
    <message>
        <source>No region is involved.</source>
        <translation>Er is geen regio aangedaan.</translation>
    </message>
    <message>
        <source>The date of onset is not known.</source>
        <translation>De datum van het ziektebegin is niet bekend.</translation>
    </message>
    <message>
        <source>The date of the visit is not known.</source>
        <translation>De datum van het bezoek is niet bekend.</translation>
    </message>
    <message>
        <source>The visit is not after the onset.</source>
        <translation>Het bezoek ligt niet na het ziektebegin.</translation>
    </message>
    <message>
        <source>speech</source>
        <translation>spraak</translation>
    </message>
    <message>
        <source>salivation</source>
        <translation>speekselvloed</translation>
    </message>
    <message>
        <source>swallowing</source>
        <translation>slikken</translation>
    </message>
    <message>
        <source>handwriting</source>
        <translation>handschrift</translation>
    </message>
    <message>
        <source>cutting food</source>
        <translation>eten snijden</translation>
    </message>
    <message>
        <source>cutting food, with gastrostomy</source>
        <translation>eten snijden, met gastrostomie</translation>
    </message>
    <message>
        <source>dressing and hygiene</source>
        <translation>aankleden en hygiëne</translation>
    </message>
    <message>
        <source>turning in bed</source>
        <translation>omdraaien in bed</translation>
    </message>
    <message>
        <source>walking</source>
        <translation>lopen</translation>
    </message>
    <message>
        <source>climbing stairs</source>
        <translation>traplopen</translation>
    </message>
    <message>
        <source>dyspnoea</source>
        <translation>kortademigheid</translation>
    </message>
    <message>
        <source>orthopnoea</source>
        <translation>kortademigheid bij liggen</translation>
    </message>
    <message>
        <source>respiratory insufficiency</source>
        <translation>ademhalingszwakte</translation>
    </message>
</context>
<context>
    <name>StudyCommand</name>
    <message>
        <source>Only participants in whom every word is found.</source>
        <translation>Alleen deelnemers bij wie elk woord wordt gevonden.</translation>
    </message>
    <message>
        <source>Order by this field; -field for the reverse.</source>
        <translation>Sorteert op dit veld; -veld voor omgekeerd.</translation>
    </message>
    <message>
        <source>There is no field %1; there are %2.</source>
        <translation>Veld %1 bestaat niet; wel: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n participant(s)</source>
        <translation>
            <numerusform>%1: %n deelnemer</numerusform>
            <numerusform>%1: %n deelnemers</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new: the study has all of it.</source>
        <translation>Niets nieuws: de studie heeft dit alles al.</translation>
    </message>
    <message>
        <source>Name the study and what to add: neuraxis study add STUDY PATH...</source>
        <translation>Noem de studie en wat erbij moet: neuraxis study add STUDY PATH...</translation>
    </message>
    <message>
        <source>Name the study, what to copy and whose it is: neuraxis study import STUDY PATH... --participant PSEUDONYM</source>
        <translation>Noem de studie, wat te kopiëren en van wie het is: neuraxis study import STUDY PATH... --participant PSEUDONYM</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) copied.</source>
        <translation>
            <numerusform>%n beeld gekopieerd.</numerusform>
            <numerusform>%n beelden gekopieerd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) were there already.</source>
        <translation>
            <numerusform>%n beeld was er al.</numerusform>
            <numerusform>%n beelden waren er al.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name the study: neuraxis study list STUDY</source>
        <translation>Noem de studie: neuraxis study list STUDY</translation>
    </message>
    <message>
        <source>Name the study and the participant: neuraxis study show STUDY PARTICIPANT</source>
        <translation>Noem de studie en de deelnemer: neuraxis study show STUDY PARTICIPANT</translation>
    </message>
    <message>
        <source>There is no participant %1 in %2.</source>
        <translation>Er is geen deelnemer %1 in %2.</translation>
    </message>
    <message>
        <source>Name the study and a folder: neuraxis study export STUDY DIR</source>
        <translation>Noem de studie en een map: neuraxis study export STUDY DIR</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n bestand geschreven.</numerusform>
            <numerusform>%n bestanden geschreven.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pseudonym that the images go under.</source>
        <translation>Pseudoniem waaronder de beelden komen.</translation>
    </message>
    <message>
        <source>add: a settings file with path templates.</source>
        <translation>add: een instellingenbestand met padsjablonen.</translation>
    </message>
    <message>
        <source>import: the folder for the copies.</source>
        <translation>import: de map voor de kopieën.</translation>
    </message>
    <message>
        <source>import: also copy screen captures and images with text in them.</source>
        <translation>import: kopieert ook schermafdrukken en beelden met tekst erin.</translation>
    </message>
    <message>
        <source>Print JSON for programs.</source>
        <translation>Geeft JSON voor programma&apos;s.</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>Toont deze hulp.</translation>
    </message>
    <message>
        <source>The study&apos;s file or address.</source>
        <translation>Het bestand of adres van de studie.</translation>
    </message>
    <message>
        <source>There is not enough memory for this study.</source>
        <translation>Er is te weinig geheugen voor deze studie.</translation>
    </message>
    <message>
        <source>Nothing was taken in.</source>
        <translation>Er is niets overgenomen.</translation>
    </message>
    <message>
        <source>Only those for whom this holds; may be given several times. Examples: group=ALS,PLS &quot;visits&gt;=3&quot; has=diffusion &quot;follow-up&lt;24&quot;. The fields stand below.</source>
        <translation>Alleen wie hieraan voldoet; mag meermaals. Voorbeelden: group=ALS,PLS &quot;visits&gt;=3&quot; has=diffusion &quot;follow-up&lt;24&quot;. De velden staan hieronder.</translation>
    </message>
    <message numerus="yes">
        <source>New or different records: %1, of %n participant(s).</source>
        <translation>
            <numerusform>Nieuwe of gewijzigde gegevens: %1, van %n deelnemer.</numerusform>
            <numerusform>Nieuwe of gewijzigde gegevens: %1, van %n deelnemers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Records that would be new or different: %1, of %n participant(s). Nothing was taken yet.</source>
        <translation>
            <numerusform>Gegevens die nieuw of gewijzigd zouden zijn: %1, van %n deelnemer. Er is nog niets opgenomen.</numerusform>
            <numerusform>Gegevens die nieuw of gewijzigd zouden zijn: %1, van %n deelnemers. Er is nog niets opgenomen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: its columns were taken to mean</source>
        <translation>%1: de kolommen zijn zo opgevat</translation>
    </message>
    <message>
        <source>Written to %1. Where that is wrong, correct it there and add the table again.</source>
        <translation>Opgeschreven in %1. Klopt er iets niet, verbeter het daar en voeg de tabel opnieuw toe.</translation>
    </message>
    <message>
        <source>There is no key table %1. Check the name.</source>
        <translation>Er is geen sleuteltabel %1. Controleer de naam.</translation>
    </message>
    <message>
        <source>The study has copies of %1 that were made with another key table. Give that one with --keys; with this one dates and identifiers would differ. Nothing was copied.</source>
        <translation>De studie heeft kopieën van %1 die met een andere sleuteltabel zijn gemaakt. Geef die op met --keys; met deze zouden datums en kenmerken verschillen. Er is niets gekopieerd.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Bedoelt u %1?</translation>
    </message>
    <message>
        <source>The table of who is who, which only you can read: made by import, beside the study if not told. add: real dates of clinical tables are shifted as it says, and patient numbers in them become pseudonyms.</source>
        <translation>De tabel van wie wie is, die alleen u kunt lezen: gemaakt door import, naast de studie als niets is opgegeven. add: echte datums in klinische tabellen worden daarmee verschoven en patiëntnummers worden pseudoniemen.</translation>
    </message>
    <message>
        <source>add: only say what would be taken in, and what tables&apos; columns mean; the study is not changed.</source>
        <translation>add: alleen zeggen wat zou worden opgenomen en wat kolommen van tabellen betekenen; de studie verandert niet.</translation>
    </message>
    <message>
        <source>--look goes with add.</source>
        <translation>--look hoort bij add.</translation>
    </message>
    <message>
        <source>%1 is in the key table with another patient number: these may be two people with one pseudonym. Give --same-person if it is one. Nothing was copied.</source>
        <translation>%1 staat in de sleuteltabel met een ander patiëntnummer: dit kunnen twee mensen met één pseudoniem zijn. Geef --same-person op als het er één is. Er is niets gekopieerd.</translation>
    </message>
    <message>
        <source>import: a patient number that is new under this pseudonym is the same person&apos;s.</source>
        <translation>import: een patiëntnummer dat nieuw is onder dit pseudoniem, is van dezelfde persoon.</translation>
    </message>
    <message>
        <source>The dates that the study had of %1 were shifted as those of the copies are.</source>
        <translation>De datums die de studie van %1 had, zijn verschoven zoals die van de kopieën.</translation>
    </message>
    <message>
        <source>%1 has no visit %2; there are %3.</source>
        <translation>%1 heeft geen bezoek %2; wel: %3.</translation>
    </message>
    <message>
        <source>Name the study and the participant: neuraxis study scores STUDY PARTICIPANT</source>
        <translation>Noem de studie en de deelnemer: neuraxis study scores STUDY PARTICIPANT</translation>
    </message>
    <message>
        <source>--by is w or z.</source>
        <translation>--by is w of z.</translation>
    </message>
    <message>
        <source>--measure is thickness, area or volume.</source>
        <translation>--measure is thickness, area of volume.</translation>
    </message>
    <message>
        <source>--least is a number of controls, at least 5.</source>
        <translation>--least is een aantal controles, minstens 5.</translation>
    </message>
    <message>
        <source>The study knows no cortical regions of %1. Add FreeSurfer&apos;s folders or a table of regions.</source>
        <translation>De studie kent geen corticale gebieden van %1. Voeg de mappen van FreeSurfer of een tabel van gebieden toe.</translation>
    </message>
    <message>
        <source>The study knows no cortical regions of %1 at visit %2. Add FreeSurfer&apos;s folders or a table of regions.</source>
        <translation>De studie kent geen corticale gebieden van %1 bij bezoek %2. Voeg de mappen van FreeSurfer of een tabel van gebieden toe.</translation>
    </message>
    <message>
        <source>Simulated data: nobody&apos;s.</source>
        <translation>Gesimuleerde data: van niemand.</translation>
    </message>
    <message>
        <source>Label of their visit; scores: the last without it.</source>
        <translation>Label van hun bezoek; scores: zonder label het laatste.</translation>
    </message>
    <message>
        <source>scores: w, from a regression on age and sex, or z, from the controls&apos; mean.</source>
        <translation>scores: w, uit een regressie op leeftijd en geslacht, of z, vanaf het gemiddelde van de controles.</translation>
    </message>
    <message>
        <source>Name the study and the participant: neuraxis study rates STUDY PARTICIPANT</source>
        <translation>Noem de studie en de deelnemer: neuraxis study rates STUDY PARTICIPANT</translation>
    </message>
    <message>
        <source>A study&apos;s participants, visits and what exists of them. STUDY is a file, made by add and import where there is none, or postgresql://[user@]host/database.

  study add STUDY PATH...       take in DICOM, BIDS, FreeSurfer, CATO, tables of the cord, of cortical
                                regions and of the clinic
  study import STUDY PATH...    copy DICOM under a pseudonym, then take it in
  study list STUDY              a table of the participants
  study show STUDY PARTICIPANT  one participant&apos;s visits, scores and stages
  study scores STUDY PARTICIPANT  the cortex&apos;s regions among the study&apos;s controls
  study rates STUDY PARTICIPANT   how they change from visit to visit
  study export STUDY DIR        tables as BIDS has them</source>
        <translation>De deelnemers van een studie, hun bezoeken en wat daarvan bestaat. STUDY is een bestand, dat add en import maken als het er niet is, of postgresql://[user@]host/database.

  study add STUDY PATH...       neem DICOM, BIDS, FreeSurfer, CATO, tabellen van ruggenmerg en corticale
                                gebieden en klinische tabellen over
  study import STUDY PATH...    kopieer DICOM onder een pseudoniem en neem het over
  study list STUDY              een tabel van de deelnemers
  study show STUDY PARTICIPANT  bezoeken, scores en stadia van één deelnemer
  study scores STUDY PARTICIPANT  de gebieden van de cortex tussen de controles van de studie
  study rates STUDY PARTICIPANT   hoe ze van bezoek tot bezoek veranderen
  study export STUDY DIR        tabellen zoals BIDS ze heeft</translation>
    </message>
    <message>
        <source>scores, rates: thickness, area or volume.</source>
        <translation>scores, rates: thickness, area of volume.</translation>
    </message>
    <message>
        <source>scores, rates: no scores with fewer controls than this.</source>
        <translation>scores, rates: geen scores met minder controles dan dit.</translation>
    </message>
    <message>
        <source>rates: also of visits that failed quality.</source>
        <translation>rates: ook van bezoeken die op kwaliteit zijn afgekeurd.</translation>
    </message>
    <message>
        <source>scores, rates: also write a TSV table.</source>
        <translation>scores, rates: schrijf ook een TSV-tabel.</translation>
    </message>
    <message>
        <source>add, import, list, show, scores, rates or export.</source>
        <translation>add, import, list, show, scores, rates of export.</translation>
    </message>
    <message>
        <source>Say what to do with the study: add, import, list, show, scores, rates or export.</source>
        <translation>Zeg wat er met de studie moet gebeuren: add, import, list, show, scores, rates of export.</translation>
    </message>
    <message>
        <source>%1 is none of add, import, list, show, scores, rates and export.</source>
        <translation>%1 is geen van add, import, list, show, scores, rates en export.</translation>
    </message>
</context>
<context>
    <name>StudyCondition</name>
    <message>
        <source>--where %1: &quot;%3&quot; is no word of %2. Its words are %4.</source>
        <translation>--where %1: &quot;%3&quot; is geen woord van %2. De woorden zijn %4.</translation>
    </message>
    <message>
        <source>kinds</source>
        <translation>soorten</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>een getal</translation>
    </message>
    <message>
        <source>a number of %1</source>
        <translation>een getal in %1</translation>
    </message>
    <message>
        <source>a pseudonym</source>
        <translation>een pseudoniem</translation>
    </message>
    <message>
        <source>words that the study has</source>
        <translation>woorden die de studie heeft</translation>
    </message>
    <message>
        <source>%1, others of the study</source>
        <translation>%1, andere van de studie</translation>
    </message>
    <message>
        <source>--where %1 is not understood. Write a field, a sign and a value in quotes, such as &quot;visits&gt;=3&quot;; fields are %2.</source>
        <translation>--where %1 is niet te begrijpen. Schrijf een veld, een teken en een waarde tussen aanhalingstekens, zoals &quot;visits&gt;=3&quot;; velden zijn %2.</translation>
    </message>
    <message>
        <source>--where %1: there is no field %2; fields are %3.</source>
        <translation>--where %1: er is geen veld %2; velden zijn %3.</translation>
    </message>
    <message>
        <source>--where %1: &quot;%2&quot; is no number. %3 takes %4, with a decimal point.</source>
        <translation>--where %1: &quot;%2&quot; is geen getal. %3 vraagt %4, met een decimale punt.</translation>
    </message>
    <message>
        <source>--where %1: %2 is for numbers, and %3 has words. Write %3= or %3!=.</source>
        <translation>--where %1: %2 is voor getallen, en %3 heeft woorden. Schrijf %3= of %3!=.</translation>
    </message>
    <message>
        <source>--where %1 has no value.</source>
        <translation>--where %1 heeft geen waarde.</translation>
    </message>
    <message>
        <source>Fields of --where and --sort:</source>
        <translation>Velden van --where en --sort:</translation>
    </message>
    <message>
        <source>Kinds are %1.</source>
        <translation>Soorten zijn %1.</translation>
    </message>
    <message>
        <source>has: the kind is there at any visit.
lacks: a visit is without a kind that at least half of the visits of the
participant&apos;s group have.
A condition stands in quotes: --where &quot;visits&gt;=3&quot;. Of several, all must hold.
= and != go with every field; &gt;, &gt;=, &lt; and &lt;= with numbers. != is everybody
else, n/a is what is not known; capital letters make no difference.
A comma stands between words of which one is enough: group=ALS,PLS. Of kinds
after has and lacks, all are wanted: has=T1,diffusion.</source>
        <translation>has: de soort is er bij een van de bezoeken.
lacks: een bezoek mist een soort die minstens de helft van de bezoeken van de
groep van de deelnemer heeft.
Een voorwaarde staat tussen aanhalingstekens: --where &quot;visits&gt;=3&quot;. Van meer
voorwaarden gelden alle. = en != gaan met elk veld; &gt;, &gt;=, &lt; en &lt;= met
getallen. != is ieder ander, n/a is wat niet bekend is; hoofdletters maken
geen verschil. Een komma staat tussen woorden waarvan er een genoeg is:
group=ALS,PLS. Van soorten na has en lacks zijn alle nodig: has=T1,diffusion.</translation>
    </message>
</context>
<context>
    <name>StudyKeeper</name>
    <message>
        <source>There is not enough memory for this study.</source>
        <translation>Er is te weinig geheugen voor deze studie.</translation>
    </message>
    <message>
        <source>Cancelled: the rest was not taken in.</source>
        <translation>Geannuleerd: de rest is niet overgenomen.</translation>
    </message>
    <message>
        <source>Scratch study</source>
        <translation>Kladstudie</translation>
    </message>
</context>
<context>
    <name>StudyMarks</name>
    <message>
        <source>Visit %1</source>
        <comment>label</comment>
        <translation>Bezoek %1</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>geen datum</translation>
    </message>
    <message>
        <source>%1 months since onset</source>
        <translation>%1 maanden sinds ziektebegin</translation>
    </message>
    <message>
        <source>%1 months since the first visit</source>
        <translation>%1 maanden sinds het eerste bezoek</translation>
    </message>
    <message>
        <source>No images or derived data</source>
        <translation>Geen beelden of afgeleide data</translation>
    </message>
    <message>
        <source>Missing, though usual in the group: %1</source>
        <translation>Ontbreekt, maar gebruikelijk in de groep: %1</translation>
    </message>
    <message>
        <source>Quality: %1</source>
        <translation>Kwaliteit: %1</translation>
    </message>
</context>
<context>
    <name>StudyTables</name>
    <message>
        <source>Simulated data: nobody&apos;s.</source>
        <translation>Gesimuleerde data: van niemand.</translation>
    </message>
    <message>
        <source>Visit %1</source>
        <translation>Bezoek %1</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Deelnemer</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geslacht</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>Geboortejaar</translation>
    </message>
    <message>
        <source>Genotype</source>
        <translation>Genotype</translation>
    </message>
    <message>
        <source>Onset site</source>
        <translation>Plaats van ziektebegin</translation>
    </message>
    <message>
        <source>Onset</source>
        <translation>Ziektebegin</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Bezoeken</translation>
    </message>
    <message>
        <source>First visit</source>
        <translation>Eerste bezoek</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Laatste bezoek</translation>
    </message>
    <message>
        <source>Follow-up in months</source>
        <translation>Gevolgd in maanden</translation>
    </message>
    <message>
        <source>Has</source>
        <translation>Heeft</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Ontbreekt</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Kwaliteit</translation>
    </message>
    <message>
        <source>Bulbar</source>
        <translation>Bulbair</translation>
    </message>
    <message>
        <source>Fine motor</source>
        <translation>Fijne motoriek</translation>
    </message>
    <message>
        <source>Gross motor</source>
        <translation>Grove motoriek</translation>
    </message>
    <message>
        <source>Breathing</source>
        <translation>Ademhaling</translation>
    </message>
    <message>
        <source>ALSFRS-R</source>
        <translation>ALSFRS-R</translation>
    </message>
    <message>
        <source>%1 of 48</source>
        <translation>%1 van 48</translation>
    </message>
    <message>
        <source>ALSFRS-R as told</source>
        <translation>ALSFRS-R zoals opgegeven</translation>
    </message>
    <message>
        <source>Points lost a month</source>
        <translation>Puntenverlies per maand</translation>
    </message>
    <message>
        <source>King&apos;s stage</source>
        <translation>King&apos;s-stadium</translation>
    </message>
    <message>
        <source>MiToS stage</source>
        <translation>MiToS-stadium</translation>
    </message>
    <message>
        <source>Cannot be told</source>
        <translation>Niet te bepalen</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>geen datum</translation>
    </message>
    <message>
        <source>Since onset</source>
        <translation>Sinds ziektebegin</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 maanden</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Leeftijd</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 jaar</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Gebeurtenissen</translation>
    </message>
</context>
<context>
    <name>StudyVisits</name>
    <message>
        <source>Visit %1</source>
        <translation>Bezoek %1</translation>
    </message>
</context>
<context>
    <name>ThicknessChange</name>
    <message>
        <source>A change needs two visits with a cortex; there is one.</source>
        <translation>Voor een verandering zijn twee bezoeken met een cortex nodig; er is er één.</translation>
    </message>
    <message>
        <source>%1 was processed on its own, so its vertices are not those of the other visits. Only longitudinal surfaces of one base can be compared vertex by vertex; regions can be compared always.</source>
        <translation>%1 is op zichzelf verwerkt, dus zijn hoekpunten zijn niet die van de andere bezoeken. Alleen longitudinale oppervlakken van één basis kunnen per hoekpunt worden vergeleken; gebieden altijd.</translation>
    </message>
    <message>
        <source>%1 is of the base %2 and %3 of %4. Only surfaces of one base share their vertices.</source>
        <translation>%1 hoort bij de basis %2 en %3 bij %4. Alleen oppervlakken van één basis delen hun hoekpunten.</translation>
    </message>
    <message>
        <source>The date of %1 is not known, so there is no rate.</source>
        <translation>De datum van %1 is niet bekend; er is dus geen snelheid.</translation>
    </message>
    <message>
        <source>%1 has no thickness.</source>
        <translation>%1 heeft geen dikte.</translation>
    </message>
    <message>
        <source>%1 has %2 vertices with thickness and %3 has %4, so they are not of one base after all.</source>
        <translation>%1 heeft %2 hoekpunten met dikte en %3 heeft er %4; ze zijn dus toch niet van één basis.</translation>
    </message>
    <message>
        <source>No side of the cortex has thickness at all visits.</source>
        <translation>Geen kant van de cortex heeft bij alle bezoeken dikte.</translation>
    </message>
    <message>
        <source>All visits are of one day, so there is no rate.</source>
        <translation>Alle bezoeken zijn van één dag; er is dus geen snelheid.</translation>
    </message>
    <message>
        <source>Change of thickness between two visits, %1 years apart, at the same vertices of one base.</source>
        <translation>Verandering van dikte tussen twee bezoeken, %1 jaar uit elkaar, op dezelfde hoekpunten van één basis.</translation>
    </message>
    <message>
        <source>Slope of thickness over %1 visits in %2 years, at the same vertices of one base.</source>
        <translation>Helling van de dikte over %1 bezoeken in %2 jaar, op dezelfde hoekpunten van één basis.</translation>
    </message>
    <message>
        <source>Noise is that of the study&apos;s controls: %1 mm a year.</source>
        <translation>De ruis is die van de controles van de studie: %1 mm per jaar.</translation>
    </message>
    <message>
        <source>The visits are less than three months apart: look at the change, not at the rate.</source>
        <translation>De bezoeken liggen minder dan drie maanden uit elkaar: kijk naar de verandering, niet naar de snelheid.</translation>
    </message>
    <message>
        <source>A change needs two visits with a cortex; there is none.</source>
        <translation>Voor een verandering zijn twee bezoeken met een cortex nodig; er is er geen.</translation>
    </message>
    <message>
        <source>Noise is taken as %1 mm a year, for want of the study&apos;s own: three standard deviations of what most of this cortex has, or of an error of 0.02 mm at each visit.</source>
        <translation>Als ruis wordt %1 mm per jaar genomen, bij gebrek aan die van de studie: drie standaarddeviaties van wat het meeste van deze schors heeft, of van een fout van 0,02 mm bij elk bezoek.</translation>
    </message>
</context>
<context>
    <name>TimeLine</name>
    <message>
        <source>%1 months</source>
        <translation>%1 maanden</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 jaar</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Months since onset</source>
        <translation>Maanden sinds ziektebegin</translation>
    </message>
    <message>
        <source>Months since first visit</source>
        <translation>Maanden sinds eerste bezoek</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Leeftijd</translation>
    </message>
</context>
<context>
    <name>TimedVisits</name>
    <message>
        <source>Fastest loss first, by % a year. Visits %1, over %2 years.</source>
        <translation>Snelste verlies eerst, naar % per jaar. Bezoeken %1, over %2 jaar.</translation>
    </message>
    <message>
        <source>Less than three months: look at the change, not at the rate.</source>
        <translation>Minder dan drie maanden: kijk naar de verandering, niet naar het tempo.</translation>
    </message>
    <message>
        <source>Of two visits there is no interval.</source>
        <translation>Van twee bezoeken is er geen interval.</translation>
    </message>
    <message>
        <source>Left out, since they failed quality: visits %1.</source>
        <translation>Weggelaten, want afgekeurd op kwaliteit: bezoeken %1.</translation>
    </message>
    <message>
        <source>Used though they failed quality: visits %1.</source>
        <translation>Gebruikt hoewel afgekeurd op kwaliteit: bezoeken %1.</translation>
    </message>
    <message>
        <source>Left out, since their days are not known: visits %1.</source>
        <translation>Weggelaten, want de dag is niet bekend: bezoeken %1.</translation>
    </message>
    <message>
        <source>Left out, since they could not be aligned: visits %1.</source>
        <translation>Weggelaten, want niet uit te lijnen: bezoeken %1.</translation>
    </message>
</context>
<context>
    <name>Tool</name>
    <message>
        <source>Change the window</source>
        <translation>Wijzig het venster</translation>
    </message>
    <message>
        <source>Shift the opacity</source>
        <translation>Verschuif de dekking</translation>
    </message>
    <message>
        <source>Window from a region</source>
        <translation>Venster uit een gebied</translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation>Kruisdraad</translation>
    </message>
    <message>
        <source>Drag to move the crosshair in every plane</source>
        <translation>Sleep om de kruisdraad in elk vlak te verplaatsen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Venster</translation>
    </message>
    <message>
        <source>Drag right for a wider window, up for a brighter picture</source>
        <translation>Sleep naar rechts voor een breder venster, omhoog voor een helderder beeld</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Schuiven</translation>
    </message>
    <message>
        <source>Drag to move the picture</source>
        <translation>Sleep om het beeld te verschuiven</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoomen</translation>
    </message>
    <message>
        <source>Drag up to enlarge</source>
        <translation>Sleep omhoog om te vergroten</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>Bladeren</translation>
    </message>
    <message>
        <source>Drag up and down through the slices</source>
        <translation>Sleep omhoog en omlaag door de plakken</translation>
    </message>
    <message>
        <source>Window from region</source>
        <translation>Venster uit gebied</translation>
    </message>
    <message>
        <source>Draw a box: the window is set to what is in it</source>
        <translation>Teken een kader: het venster wordt ingesteld op wat erin ligt</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Draaien</translation>
    </message>
    <message>
        <source>Drag to turn the head</source>
        <translation>Sleep om het hoofd te draaien</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Niets</translation>
    </message>
    <message>
        <source>Radiology</source>
        <translation>Radiologie</translation>
    </message>
    <message>
        <source>Left: window, click for the crosshair. Right: zoom. As in PACS viewers.</source>
        <translation>Links: venster, klik voor de kruisdraad. Rechts: zoomen. Zoals in PACS-viewers.</translation>
    </message>
    <message>
        <source>Neuro</source>
        <translation>Neuro</translation>
    </message>
    <message>
        <source>Left: crosshair. Right: window. As in mrview.</source>
        <translation>Links: kruisdraad. Rechts: venster. Zoals in mrview.</translation>
    </message>
    <message>
        <source>Slicer</source>
        <translation>Slicer</translation>
    </message>
    <message>
        <source>Shift+move: crosshair. Right: zoom. As in 3D Slicer.</source>
        <translation>Shift+bewegen: kruisdraad. Rechts: zoomen. Zoals in 3D Slicer.</translation>
    </message>
    <message>
        <source>Drag up or right to see more tissue, down or left to see less</source>
        <translation>Sleep omhoog of naar rechts voor meer weefsel, omlaag of naar links voor minder</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Draaien</translation>
    </message>
    <message>
        <source>Drag to turn the surface</source>
        <translation>Sleep om het oppervlak te draaien</translation>
    </message>
    <message>
        <source>Move the other visit</source>
        <translation>Het andere bezoek verschuiven</translation>
    </message>
    <message>
        <source>Drag to move the visit that is compared until it lies on the one shown</source>
        <translation>Sleep om het vergeleken bezoek te verschuiven tot het op het getoonde ligt</translation>
    </message>
    <message>
        <source>Turn the other visit</source>
        <translation>Het andere bezoek draaien</translation>
    </message>
    <message>
        <source>Drag around the crosshair to turn the visit that is compared</source>
        <translation>Sleep om het kruis heen om het vergeleken bezoek te draaien</translation>
    </message>
    <message>
        <source>Point pairs</source>
        <translation>Puntenparen</translation>
    </message>
    <message>
        <source>Click a place in the visit shown, then the same place in the one that is compared; after three pairs it is aligned</source>
        <translation>Klik op een plaats in het getoonde bezoek en dan op dezelfde plaats in het vergeleken bezoek; na drie paren wordt het uitgelijnd</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Schuif</translation>
    </message>
    <message>
        <source>Drag the line to see more of one visit</source>
        <translation>Sleep de lijn om meer van één bezoek te zien</translation>
    </message>
    <message>
        <source>Put %1 by hand</source>
        <translation>%1 met de hand leggen</translation>
    </message>
    <message>
        <source>Put by hand.</source>
        <translation>Met de hand gelegd.</translation>
    </message>
    <message>
        <source>The points fit to %1 mm only: point at them again</source>
        <translation>De punten passen slechts op %1 mm: wijs ze opnieuw aan</translation>
    </message>
</context>
<context>
    <name>Trajectory</name>
    <message>
        <source>%1 % a year</source>
        <translation>%1 % per jaar</translation>
    </message>
    <message>
        <source>No visit has this measure.</source>
        <translation>Geen bezoek heeft deze maat.</translation>
    </message>
    <message>
        <source>All visits are of one day: no change can be told.</source>
        <translation>Alle bezoeken zijn van één dag: over verandering valt niets te zeggen.</translation>
    </message>
    <message>
        <source>One visit: no change can be told yet.</source>
        <translation>Eén bezoek: over verandering valt nog niets te zeggen.</translation>
    </message>
    <message>
        <source>One visit that can be used: no change can be told.</source>
        <translation>Eén bruikbaar bezoek: over verandering valt niets te zeggen.</translation>
    </message>
    <message>
        <source>No visit that can be used has a date: no change can be told.</source>
        <translation>Geen bruikbaar bezoek heeft een datum: over verandering valt niets te zeggen.</translation>
    </message>
    <message>
        <source>No visit that can be used: no change can be told.</source>
        <translation>Geen bruikbaar bezoek: over verandering valt niets te zeggen.</translation>
    </message>
    <message>
        <source>95 % %1 to %2</source>
        <translation>95 % %1 tot %2</translation>
    </message>
    <message>
        <source>Change %1 in %2 months, at a level of %3</source>
        <translation>Verandering %1 in %2 maanden, bij een niveau van %3</translation>
    </message>
    <message>
        <source>too short a time for a rate: %1</source>
        <translation>te korte tijd voor een tempo: %1</translation>
    </message>
    <message>
        <source>of two visits: no interval</source>
        <translation>van twee bezoeken: geen interval</translation>
    </message>
    <message>
        <source>Visit %1</source>
        <comment>label</comment>
        <translation>Bezoek %1</translation>
    </message>
    <message>
        <source>Controls: %1, 95 % between %2 and %3</source>
        <translation>Controles: %1, 95 % tussen %2 en %3</translation>
    </message>
    <message>
        <source>Quality: %1</source>
        <translation>Kwaliteit: %1</translation>
    </message>
    <message>
        <source>Not in the rate: the visit failed quality.</source>
        <translation>Niet in het tempo: het bezoek is op kwaliteit afgekeurd.</translation>
    </message>
    <message>
        <source>Not in the rate: measured in another way than the other visits.</source>
        <translation>Niet in het tempo: anders gemeten dan de andere bezoeken.</translation>
    </message>
    <message>
        <source>Not in the rate: the day is not known.</source>
        <translation>Niet in het tempo: de dag is niet bekend.</translation>
    </message>
    <message>
        <source>%1 a year</source>
        <comment>a value with its unit</comment>
        <translation>%1 per jaar</translation>
    </message>
    <message>
        <source>Not in the rate: the visit could not be aligned.</source>
        <translation>Niet in het tempo: het bezoek kon niet worden uitgelijnd.</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>gemiddeld %1</translation>
    </message>
</context>
<context>
    <name>TrajectoryBackground</name>
    <message>
        <source>no band: age or sex is not known</source>
        <translation>geen band: leeftijd of geslacht is niet bekend</translation>
    </message>
    <message numerus="yes">
        <source>95 % of %n control(s)</source>
        <translation>
            <numerusform>95 % van %n controle</numerusform>
            <numerusform>95 % van %n controles</numerusform>
        </translation>
    </message>
    <message>
        <source>not as old or as young</source>
        <translation>niet zo oud of zo jong</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>Geen groep</translation>
    </message>
    <message numerus="yes">
        <source>no band: fewer than %n control(s)</source>
        <translation>
            <numerusform>geen band: minder dan %n controle</numerusform>
            <numerusform>geen band: minder dan %n controles</numerusform>
        </translation>
    </message>
    <message>
        <source>Normal ageing: as the controls differ by age</source>
        <translation>Normale veroudering: zoals de controles naar leeftijd verschillen</translation>
    </message>
</context>
<context>
    <name>VolumePreset</name>
    <message>
        <source>Head</source>
        <translation>Hoofd</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>Hersenen</translation>
    </message>
    <message>
        <source>Maximum intensity</source>
        <translation>Maximale intensiteit</translation>
    </message>
    <message>
        <source>Spinal cord</source>
        <translation>Ruggenmerg</translation>
    </message>
</context>
<context>
    <name>VolumeProperty</name>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>b-value</source>
        <translation>b-waarde</translation>
    </message>
    <message>
        <source>Echo time</source>
        <translation>Echotijd</translation>
    </message>
    <message>
        <source>Inversion time</source>
        <translation>Inversietijd</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tijd</translation>
    </message>
</context>
<context>
    <name>WindowChoice</name>
    <message>
        <source>&amp;Automatic (tissue)</source>
        <translation>Venster &amp;automatisch (weefsel)</translation>
    </message>
    <message>
        <source>&amp;2 to 98 % of the values</source>
        <translation>&amp;2 tot 98 % van de waarden</translation>
    </message>
    <message>
        <source>A&amp;ll values</source>
        <translation>A&amp;lle waarden</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>no value</source>
        <translation>geen waarde</translation>
    </message>
    <message>
        <source>direction %1</source>
        <translation>richting %1</translation>
    </message>
    <message>
        <source>label</source>
        <translation>label</translation>
    </message>
    <message>
        <source>control</source>
        <translation>controle</translation>
    </message>
    <message>
        <source>M0</source>
        <translation>M0</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>geen label</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>label %1</translation>
    </message>
</context>
<context>
    <name>io</name>
    <message>
        <source>%1 cannot be written: MGH holds no colour. Choose .nii.gz or .nrrd.</source>
        <translation>%1 is niet te schrijven: MGH kan geen kleur bevatten. Kies .nii.gz of .nrrd.</translation>
    </message>
    <message>
        <source>%1 is a header without its voxels: %2 is not beside it. Copy both files.</source>
        <translation>%1 is een header zonder voxels: %2 staat er niet naast. Kopieer beide bestanden.</translation>
    </message>
    <message>
        <source>%1 is named like a NIfTI image but is none. Check where it comes from.</source>
        <translation>%1 heeft de naam van een NIfTI-beeld, maar is dat niet. Controleer waar het vandaan komt.</translation>
    </message>
    <message>
        <source>%1 stores its voxels as NIfTI type %2, which Neuraxis cannot show. Convert it to real numbers.</source>
        <translation>%1 bewaart voxels als NIfTI-type %2, dat Neuraxis niet kan tonen. Zet het om naar reële getallen.</translation>
    </message>
    <message>
        <source>From the file</source>
        <translation>Uit het bestand</translation>
    </message>
    <message>
        <source>%1 cannot be written: NIfTI-1 holds at most 32767 voxels along an axis. Choose .nrrd.</source>
        <translation>%1 is niet te schrijven: NIfTI-1 kan per as hoogstens 32767 voxels bevatten. Kies .nrrd.</translation>
    </message>
    <message>
        <source>%1 is cut short: it ends before its voxels do. Copy it again from its source.</source>
        <translation>%1 is onvolledig: het bestand eindigt vóór de laatste voxel. Kopieer het opnieuw vanaf de bron.</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2). Check that you may open it.</source>
        <translation>%1 is niet te lezen (%2). Controleer de toegangsrechten.</translation>
    </message>
    <message>
        <source>%1 is empty (0 bytes). Copy it again from its source.</source>
        <translation>%1 is leeg (0 bytes). Kopieer het opnieuw vanaf de bron.</translation>
    </message>
    <message>
        <source>%1 is cut short: its header promises %2, and its %3 on disk cannot hold them. Copy it again from its source.</source>
        <translation>%1 is onvolledig: volgens de header is het %2, maar dat past niet in de %3 op schijf. Kopieer het opnieuw vanaf de bron.</translation>
    </message>
    <message>
        <source>%1 needs %2 of memory, more than is free. Close other series and try again.</source>
        <translation>%1 vraagt %2 geheugen, meer dan er vrij is. Sluit andere reeksen en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Choose another folder or free some space.</source>
        <translation>%1 is niet te schrijven (%2). Kies een andere map of maak ruimte vrij.</translation>
    </message>
    <message>
        <source>%1 has a damaged header (%2). Copy it again from its source.</source>
        <translation>%1 heeft een beschadigde header (%2). Kopieer het opnieuw vanaf de bron.</translation>
    </message>
    <message>
        <source>The file does not say where the voxels lie in the patient; sides and positions are a guess.</source>
        <translation>Het bestand zegt niet waar de voxels in de patiënt liggen; links, rechts en posities zijn een gok.</translation>
    </message>
    <message>
        <source>The demo&apos;s head template %1 is not on this machine. Install the package mricron-data.</source>
        <translation>Het hoofdsjabloon %1 voor de demo staat niet op deze computer. Installeer het pakket mricron-data.</translation>
    </message>
    <message>
        <source>The demo&apos;s head template %1 is not the one expected. Install the package mricron-data again.</source>
        <translation>Het hoofdsjabloon %1 voor de demo is niet het verwachte. Installeer het pakket mricron-data opnieuw.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Choose another place.</source>
        <translation>De map %1 is niet te maken. Kies een andere plaats.</translation>
    </message>
    <message>
        <source>%1 is a structured report, not an image.</source>
        <translation>%1 is een gestructureerd verslag, geen beeld.</translation>
    </message>
    <message>
        <source>%1 is a presentation state (how images were displayed), not an image.</source>
        <translation>%1 is een presentation state (hoe beelden werden getoond), geen beeld.</translation>
    </message>
    <message>
        <source>%1 is a DICOM segmentation; this version does not show those.</source>
        <translation>%1 is een DICOM-segmentatie; deze versie toont die niet.</translation>
    </message>
    <message>
        <source>%1 is a DICOM surface; this version does not show those.</source>
        <translation>%1 is een DICOM-oppervlak; deze versie toont die niet.</translation>
    </message>
    <message>
        <source>%1 is scanner raw data, not an image.</source>
        <translation>%1 bevat ruwe data van de scanner, geen beeld.</translation>
    </message>
    <message>
        <source>%1 is a table that gives stored numbers a meaning, not an image.</source>
        <translation>%1 is een tabel die opgeslagen getallen een betekenis geeft, geen beeld.</translation>
    </message>
    <message>
        <source>%1 holds MR spectra; this version does not show those.</source>
        <translation>%1 bevat MR-spectra; deze versie toont die niet.</translation>
    </message>
    <message>
        <source>%1 is a document (PDF or CDA) in a DICOM file, not an image.</source>
        <translation>%1 is een document (PDF of CDA) in een DICOM-bestand, geen beeld.</translation>
    </message>
    <message>
        <source>%1 is a recorded waveform, not an image.</source>
        <translation>%1 is een opgenomen signaal (waveform), geen beeld.</translation>
    </message>
    <message>
        <source>%1 belongs to a radiotherapy plan; this version does not show those.</source>
        <translation>%1 hoort bij een radiotherapieplan; deze versie toont die niet.</translation>
    </message>
    <message>
        <source>%1 is private Philips data, not an image.</source>
        <translation>%1 bevat eigen data van Philips, geen beeld.</translation>
    </message>
    <message>
        <source>%1 is a DICOM file without an image in it.</source>
        <translation>%1 is een DICOM-bestand zonder beeld.</translation>
    </message>
    <message>
        <source>%1 stores its pixels in a way Neuraxis cannot show (%2). Export it again in a common form.</source>
        <translation>%1 bewaart pixels op een manier die Neuraxis niet kan tonen (%2). Exporteer het opnieuw in een gangbare vorm.</translation>
    </message>
    <message>
        <source>%1 is named like a DICOM file but is none. Check where it comes from.</source>
        <translation>%1 heeft de naam van een DICOM-bestand, maar is dat niet. Controleer waar het vandaan komt.</translation>
    </message>
    <message>
        <source>Scanner %1</source>
        <translation>Scanner %1</translation>
    </message>
    <message>
        <source>TR %1 ms</source>
        <translation>TR %1 ms</translation>
    </message>
    <message>
        <source>TE %1 ms</source>
        <translation>TE %1 ms</translation>
    </message>
    <message>
        <source>TI %1 ms</source>
        <translation>TI %1 ms</translation>
    </message>
    <message>
        <source>flip %1°</source>
        <translation>flip %1°</translation>
    </message>
    <message>
        <source>%1 cannot be decompressed; it is damaged or compressed in an unknown way. Export it again uncompressed.</source>
        <translation>%1 is niet uit te pakken; het is beschadigd of op een onbekende manier gecomprimeerd. Exporteer het opnieuw zonder compressie.</translation>
    </message>
    <message>
        <source>magnitude</source>
        <translation>magnitude</translation>
    </message>
    <message>
        <source>phase</source>
        <translation>fase</translation>
    </message>
    <message>
        <source>real</source>
        <translation>reëel</translation>
    </message>
    <message>
        <source>imaginary</source>
        <translation>imaginair</translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation>sagittaal</translation>
    </message>
    <message>
        <source>coronal</source>
        <translation>coronaal</translation>
    </message>
    <message>
        <source>axial</source>
        <translation>axiaal</translation>
    </message>
    <message>
        <source>%1 is cut short; what could be read of it is shown. Copy it again from its source.</source>
        <translation>%1 is onvolledig; getoond wordt wat te lezen was. Kopieer het opnieuw vanaf de bron.</translation>
    </message>
    <message>
        <source>Series %1</source>
        <translation>Reeks %1</translation>
    </message>
    <message>
        <source>echo %1</source>
        <translation>echo %1</translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) are there twice at the same position; the first of each is shown.</source>
        <translation>
            <numerusform>%n plak is er dubbel op dezelfde positie; de eerste wordt getoond.</numerusform>
            <numerusform>%n plakken zijn er dubbel op dezelfde positie; van elk wordt de eerste getoond.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 volumes lack most of their slices, as when a scan is stopped; they are left out.</source>
        <translation>Bij %1 van de %2 volumes ontbreken de meeste plakken, zoals na een afgebroken opname; ze zijn weggelaten.</translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) are missing in some of the volumes. They are shown empty.</source>
        <translation>
            <numerusform>%n plak ontbreekt in een van de volumes. Die wordt leeg getoond.</numerusform>
            <numerusform>%n plakken ontbreken in een deel van de volumes. Ze worden leeg getoond.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder or free some space.</source>
        <translation>%1 is niet te schrijven. Kies een andere map of maak ruimte vrij.</translation>
    </message>
    <message>
        <source>%1 spreads its voxels over several files; this version reads one. Save it as one .nrrd file.</source>
        <translation>%1 verdeelt de voxels over meer bestanden; deze versie leest er één. Bewaar het als één .nrrd-bestand.</translation>
    </message>
    <message>
        <source>%1 is named like an NRRD image but is none. Check where it comes from.</source>
        <translation>%1 heeft de naam van een NRRD-beeld, maar is dat niet. Controleer waar het vandaan komt.</translation>
    </message>
    <message>
        <source>%1 stores its voxels as &quot;%2&quot;, which Neuraxis does not read. Save it with raw or gzip encoding.</source>
        <translation>%1 bewaart voxels als &quot;%2&quot;, wat Neuraxis niet leest. Bewaar het met codering raw of gzip.</translation>
    </message>
    <message>
        <source>%1 is not an image of a kind Neuraxis reads.</source>
        <translation>%1 is geen beeld van een soort die Neuraxis leest.</translation>
    </message>
    <message>
        <source>%1 is too large for this machine&apos;s memory.</source>
        <translation>%1 is te groot voor het geheugen van deze computer.</translation>
    </message>
    <message>
        <source>%1 does not exist. Check the name.</source>
        <translation>%1 bestaat niet. Controleer de naam.</translation>
    </message>
    <message>
        <source>The folder %1 is empty. Choose the folder that holds the images.</source>
        <translation>De map %1 is leeg. Kies de map met de beelden.</translation>
    </message>
    <message>
        <source>%1 is neither a file nor a folder.</source>
        <translation>%1 is geen bestand en geen map.</translation>
    </message>
    <message>
        <source>The folder %1 holds no images. Choose the folder that holds them.</source>
        <translation>De map %1 bevat geen beelden. Kies de map waar ze in staan.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be read. Check that you may open it.</source>
        <translation>De map %1 is niet te lezen. Controleer de toegangsrechten.</translation>
    </message>
    <message>
        <source>Slices are not evenly spaced (%1 to %2 mm apart): positions are off by up to %3 mm.</source>
        <translation>Plakken liggen niet op gelijke afstand (%1 tot %2 mm): posities wijken tot %3 mm af.</translation>
    </message>
    <message>
        <source>Slices are missing: %1 of %2 are not there, between %3 and %4. They are shown empty.</source>
        <translation>Er ontbreken plakken: %1 van de %2, tussen %3 en %4. Ze worden leeg getoond.</translation>
    </message>
    <message>
        <source>Slices are shifted against each other (a grid sheared by %1°); they are shown at their true positions.</source>
        <translation>Plakken zijn ten opzichte van elkaar verschoven (een raster dat %1° scheef staat); ze worden op hun ware positie getoond.</translation>
    </message>
    <message>
        <source>%1 cannot be written: its name must end in one of %2.</source>
        <translation>%1 is niet te schrijven: de naam moet eindigen op een van %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are copies of others in this series; each image is used once.</source>
        <translation>
            <numerusform>%n bestand is een kopie van een ander in deze reeks; elk beeld wordt één keer gebruikt.</numerusform>
            <numerusform>%n bestanden zijn kopieën van andere in deze reeks; elk beeld wordt één keer gebruikt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is named like an MGH image but is none. Check where it comes from.</source>
        <translation>%1 heeft de naam van een MGH-beeld, maar is dat niet. Controleer waar het vandaan komt.</translation>
    </message>
    <message>
        <source>Low numbers of this image are meant to be bright (MONOCHROME1). Invert it to see it so.</source>
        <translation>Lage waarden van dit beeld horen licht te zijn (MONOCHROME1). Inverteer het om het zo te zien.</translation>
    </message>
    <message>
        <source>The file&apos;s sform cannot be used; its qform places the voxels.</source>
        <translation>De sform van het bestand is onbruikbaar; de qform plaatst de voxels.</translation>
    </message>
    <message>
        <source>Private, without a creator</source>
        <translation>Privé, zonder maker</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Onbekend</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>Item %1</translation>
    </message>
    <message numerus="yes">
        <source>packed, in %n part(s)</source>
        <translation>
            <numerusform>ingepakt, in %n deel</numerusform>
            <numerusform>ingepakt, in %n delen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 bytes</translation>
    </message>
    <message>
        <source>%1 is cut short or damaged: its header could be read up to %2. Copy it again from its source.</source>
        <translation>%1 is afgebroken of beschadigd: de header was leesbaar tot en met %2. Kopieer het opnieuw van de bron.</translation>
    </message>
    <message>
        <source>%1 stores its voxels as numbers that Neuraxis cannot show. Convert it to real numbers.</source>
        <translation>%1 bewaart voxels als getallen die Neuraxis niet kan tonen. Zet het om naar reële getallen.</translation>
    </message>
    <message>
        <source>Analyze files do not say which side is which: left and right may be swapped. The first column is shown at the patient&apos;s right.</source>
        <translation>Analyze-bestanden zeggen niet welke kant welke is: links en rechts kunnen verwisseld zijn. De eerste kolom staat rechts van de patiënt.</translation>
    </message>
    <message>
        <source>%1 is named like an Analyze header but is none. Check where it comes from.</source>
        <translation>%1 heeft de naam van een Analyze-header, maar is dat niet. Controleer waar het vandaan komt.</translation>
    </message>
    <message>
        <source>%1 stores its voxels as Analyze type %2, which Neuraxis cannot show. Convert it to real numbers.</source>
        <translation>%1 bewaart voxels als Analyze-type %2, dat Neuraxis niet kan tonen. Zet het om naar reële getallen.</translation>
    </message>
    <message>
        <source>%1 packs its voxels in a way that Neuraxis does not read (HDF5 filter %2). Save it with gzip.</source>
        <translation>%1 pakt voxels in op een manier die Neuraxis niet leest (HDF5-filter %2). Bewaar het met gzip.</translation>
    </message>
    <message>
        <source>%1 stores its voxels in a newer kind of HDF5 than MINC&apos;s, which Neuraxis does not read. Save it again with the MINC tools.</source>
        <translation>%1 bewaart voxels in een nieuwer soort HDF5 dan dat van MINC, dat Neuraxis niet leest. Bewaar het opnieuw met de MINC-programma&apos;s.</translation>
    </message>
    <message>
        <source>%1 is named like a MINC image but is none. Check where it comes from.</source>
        <translation>%1 heeft de naam van een MINC-beeld, maar is dat niet. Controleer waar het vandaan komt.</translation>
    </message>
    <message>
        <source>%1 holds numbers but no MINC image.</source>
        <translation>%1 bevat getallen maar geen MINC-beeld.</translation>
    </message>
    <message>
        <source>%1 is a CIFTI file: a matrix of connections or surface values, not an image.</source>
        <translation>%1 is een CIFTI-bestand: een matrix van verbindingen of oppervlaktewaarden, geen beeld.</translation>
    </message>
    <message>
        <source>%1 has %2 entries for %3 volumes; its diffusion values are not used.</source>
        <translation>%1 heeft %2 waarden voor %3 volumes; de diffusiewaarden worden niet gebruikt.</translation>
    </message>
    <message>
        <source>The file&apos;s sform and qform place the voxels up to %1 mm apart; its sform is used.</source>
        <translation>De sform en qform van het bestand plaatsen de voxels tot %1 mm uit elkaar; de sform wordt gebruikt.</translation>
    </message>
    <message>
        <source>The file&apos;s slice orientation disagrees with where its slices lie; their positions are believed.</source>
        <translation>De plakoriëntatie in het bestand klopt niet met waar de plakken liggen; de posities gelden.</translation>
    </message>
    <message>
        <source>%1 is a PAR file without its table of images, or of an unknown version. Copy it again from its source.</source>
        <translation>%1 is een PAR-bestand zonder tabel van beelden, of van een onbekende versie. Kopieer het opnieuw vanaf de bron.</translation>
    </message>
    <message>
        <source>%1 stores its voxels with %2 bits, which Neuraxis does not read. Export it with 16 bits.</source>
        <translation>%1 bewaart voxels met %2 bits, wat Neuraxis niet leest. Exporteer het met 16 bits.</translation>
    </message>
    <message>
        <source>Bright values are clipped: %1 voxels have the greatest number the scanner could store (%2).</source>
        <translation>Heldere waarden zijn afgekapt: %1 voxels hebben het grootste getal dat de scanner kon opslaan (%2).</translation>
    </message>
    <message>
        <source>The header says that slices are %1 mm apart, but by their positions they are %2 mm apart. The positions are used.</source>
        <translation>Volgens de kop liggen de coupes %1 mm uiteen, maar naar hun posities %2 mm. De posities worden gebruikt.</translation>
    </message>
    <message numerus="yes">
        <source>The header&apos;s slice locations disagree with the slices&apos; positions for %n slice(s). The positions are used.</source>
        <translation>
            <numerusform>De plaatsen in de kop komen voor %n coupe niet overeen met de positie. De positie wordt gebruikt.</numerusform>
            <numerusform>De plaatsen in de kop komen voor %n coupes niet overeen met de posities. De posities worden gebruikt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The diffusion directions of %n volume(s) are missing; private tags may have been removed. Export the series again with its private tags.</source>
        <translation>
            <numerusform>De diffusierichting van %n volume ontbreekt; mogelijk zijn privévelden verwijderd. Exporteer de serie opnieuw met haar privévelden.</numerusform>
            <numerusform>De diffusierichtingen van %n volumes ontbreken; mogelijk zijn privévelden verwijderd. Exporteer de serie opnieuw met haar privévelden.</numerusform>
        </translation>
    </message>
    <message>
        <source>This looks like a diffusion scan, but its b-values and directions are missing; private tags may have been removed. Export the series again with them.</source>
        <translation>Dit lijkt een diffusiescan, maar de b-waarden en richtingen ontbreken; mogelijk zijn privévelden verwijderd. Exporteer de serie opnieuw met die velden.</translation>
    </message>
    <message>
        <source>The scanner made %1 slices of this volume; %2 are here. Copy the series again from its source.</source>
        <translation>De scanner maakte %1 coupes van dit volume; er zijn er %2. Kopieer de serie opnieuw van de bron.</translation>
    </message>
    <message>
        <source>The images were once compressed with loss: their values are not those that were measured. Do not measure in them.</source>
        <translation>De beelden zijn ooit met verlies gecomprimeerd: hun waarden zijn niet de gemeten waarden. Meet er niet in.</translation>
    </message>
    <message>
        <source>This is a screen capture or made afterwards; text in it may name the participant.</source>
        <translation>Dit is een schermafdruk of achteraf gemaakt; tekst erin kan de deelnemer noemen.</translation>
    </message>
    <message>
        <source>The images hold text in their pixels, which may name the participant.</source>
        <translation>De beelden bevatten tekst in hun pixels, die de deelnemer kan noemen.</translation>
    </message>
    <message>
        <source>%1 holds a film (%2), which Neuraxis does not play.</source>
        <translation>%1 bevat een film (%2), die Neuraxis niet afspeelt.</translation>
    </message>
    <message>
        <source>%1 is compressed as %2, which Neuraxis does not read. Export it again uncompressed.</source>
        <translation>%1 is gecomprimeerd als %2, wat Neuraxis niet leest. Exporteer het opnieuw zonder compressie.</translation>
    </message>
    <message>
        <source>%1 has a header but no pixels. Export it again.</source>
        <translation>%1 heeft een kop maar geen pixels. Exporteer het opnieuw.</translation>
    </message>
    <message>
        <source>field map</source>
        <translation>veldkaart</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>trace</translation>
    </message>
    <message>
        <source>%1 is the index of a DICOM disc, not an image. Open the folder it lies in.</source>
        <translation>%1 is de inhoudsopgave van een DICOM-schijf, geen beeld. Open de map waarin het staat.</translation>
    </message>
    <message>
        <source>This is a mosaic of slices that cannot be taken apart: private tags may have been removed. Export the series again with its private tags.</source>
        <translation>Dit is een mozaïek van coupes dat niet te splitsen is: mogelijk zijn privévelden verwijderd. Exporteer de serie opnieuw met haar privévelden.</translation>
    </message>
    <message>
        <source>The volumes lie at different places, as when the scanner follows the head. All are shown at the place of the first.</source>
        <translation>De volumes liggen op verschillende plaatsen, zoals wanneer de scanner het hoofd volgt. Alle worden op de plaats van het eerste getoond.</translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) seem to be missing: there are gaps in the times of the volumes. Copy the series again from its source.</source>
        <translation>
            <numerusform>Er lijkt %n volume te ontbreken: er zijn gaten in de tijden van de volumes. Kopieer de serie opnieuw van de bron.</numerusform>
            <numerusform>Er lijken %n volumes te ontbreken: er zijn gaten in de tijden van de volumes. Kopieer de serie opnieuw van de bron.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) in %1 cannot be opened: their names are not in UTF-8. Rename them.</source>
        <translation>
            <numerusform>%n bestand of map in %1 kan niet worden geopend: de naam is niet in UTF-8. Hernoem het.</numerusform>
            <numerusform>%n bestanden of mappen in %1 kunnen niet worden geopend: hun namen zijn niet in UTF-8. Hernoem ze.</numerusform>
        </translation>
    </message>
    <message>
        <source>A part of Neuraxis is missing or damaged: libneuraxis_gdcm.so, which lies beside the program, reads compressed DICOM and names its elements. Install Neuraxis again.</source>
        <translation>Een deel van Neuraxis ontbreekt of is beschadigd: libneuraxis_gdcm.so, dat naast het programma ligt, gecomprimeerde DICOM leest en de elementen ervan benoemt. Installeer Neuraxis opnieuw.</translation>
    </message>
    <message numerus="yes">
        <source>The series has slices in %n direction(s), as a localizer; each is a volume of its own.</source>
        <translation>
            <numerusform>De serie heeft coupes in %n richting.</numerusform>
            <numerusform>De serie heeft coupes in %n richtingen, zoals een localizer; elke richting is een eigen volume.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The folder of this series holds scans of %n participant(s). Check that it is the one you mean.</source>
        <translation>
            <numerusform>De map van deze serie bevat scans van %n deelnemer. Controleer of het de juiste is.</numerusform>
            <numerusform>De map van deze serie bevat scans van %n deelnemers. Controleer of het de juiste is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scans of %n participant(s) were opened together.</source>
        <translation>
            <numerusform>Scans van %n deelnemer zijn samen geopend.</numerusform>
            <numerusform>Scans van %n deelnemers zijn samen geopend.</numerusform>
        </translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>%1 on the %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 is for %2 vertices, and %3 has %4. Choose a file of the same surface.</source>
        <translation>%1 is voor %2 hoekpunten, en %3 heeft er %4. Kies een bestand van hetzelfde oppervlak.</translation>
    </message>
    <message>
        <source>Nothing says which hemisphere %1 is of. Put lh. or rh. before its name.</source>
        <translation>Nergens staat van welke hemisfeer %1 is. Zet lh. of rh. voor de naam.</translation>
    </message>
    <message>
        <source>%1 is called a file of the %2 hemisphere, but has as many values, %3, as the other one has vertices. Choose the file of this side.</source>
        <translation>%1 is volgens de naam van de hemisfeer %2, maar heeft evenveel waarden (%3) als de andere hoekpunten heeft. Kies het bestand van deze kant.</translation>
    </message>
    <message>
        <source>%1 has the vertex %2, and %3 has %4. Choose a file of the same surface.</source>
        <translation>%1 heeft hoekpunt %2, en %3 heeft er %4. Kies een bestand van hetzelfde oppervlak.</translation>
    </message>
    <message>
        <source>%1 holds nothing to lay on a surface. Choose a map, an annotation or a label.</source>
        <translation>%1 bevat niets om op een oppervlak te leggen. Kies een kaart, een annotatie of een label.</translation>
    </message>
    <message>
        <source>%1 is about vertex %2, and no surface beside it has as many. Open it with its surface.</source>
        <translation>%1 gaat over hoekpunt %2, en geen oppervlak ernaast heeft er zoveel. Open het met zijn oppervlak.</translation>
    </message>
    <message>
        <source>%1 holds no surface and nothing that lies on one.</source>
        <translation>%1 bevat geen oppervlak en niets wat op een oppervlak ligt.</translation>
    </message>
    <message>
        <source>%1 is not shown: it lies halfway between the white and the pial surface and is neither.</source>
        <translation>%1 wordt niet getoond: het ligt halverwege het wittestofoppervlak en het piale oppervlak en is geen van beide.</translation>
    </message>
    <message>
        <source>%1 is not shown: there is another file of this shape.</source>
        <translation>%1 wordt niet getoond: er is een ander bestand van deze vorm.</translation>
    </message>
    <message>
        <source>%1 is left out: it has other vertices or triangles than the hemisphere&apos;s other surfaces.</source>
        <translation>%1 is weggelaten: het heeft andere hoekpunten of driehoeken dan de andere oppervlakken van de hemisfeer.</translation>
    </message>
    <message>
        <source>%1 lies halfway between the white and the pial surface. It is shown in place of the white one.</source>
        <translation>%1 ligt halverwege het wittestofoppervlak en het piale oppervlak. Het wordt getoond in plaats van het wittestofoppervlak.</translation>
    </message>
    <message>
        <source>%1 is left out: it names vertices that the hemisphere does not have.</source>
        <translation>%1 is weggelaten: het noemt hoekpunten die de hemisfeer niet heeft.</translation>
    </message>
    <message>
        <source>%1 is left out: it is for %2 vertices, and the hemisphere has %3.</source>
        <translation>%1 is weggelaten: het is voor %2 hoekpunten, en de hemisfeer heeft er %3.</translation>
    </message>
    <message>
        <source>%1 holds %2 more maps, which are not read.</source>
        <translation>%1 bevat nog %2 kaarten, die niet worden gelezen.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The files of this folder are of different subjects: %1.</source>
        <translation>De bestanden in deze map zijn van verschillende proefpersonen: %1.</translation>
    </message>
    <message>
        <source>%1 is of the subject %2, and the folder is called %3.</source>
        <translation>%1 is van proefpersoon %2, en de map heet %3.</translation>
    </message>
    <message>
        <source>The left hemisphere lies on the right. Check which files are which.</source>
        <translation>De linkerhemisfeer ligt rechts. Controleer welke bestanden bij welke kant horen.</translation>
    </message>
    <message>
        <source>%1 is left out: it has %2 values, as many as the other hemisphere has vertices; this one has %3.</source>
        <translation>%1 is weggelaten: het heeft %2 waarden, evenveel als de andere hemisfeer hoekpunten heeft; deze heeft er %3.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 ontbreekt.</translation>
    </message>
    <message>
        <source>%1 is laid on %2 because it has as many vertices. Their names and folders do not say that they belong together.</source>
        <translation>%1 is op %2 gelegd omdat het evenveel hoekpunten heeft. Hun namen en mappen zeggen niet dat ze bij elkaar horen.</translation>
    </message>
    <message>
        <source>Nothing says which hemisphere %1 is of; it is taken for the left.</source>
        <translation>Nergens staat van welke hemisfeer %1 is; het is als links opgevat.</translation>
    </message>
    <message>
        <source>%1 is left out: it lies on the vertices of fsaverage. Open it with fsaverage&apos;s surfaces.</source>
        <translation>%1 is weggelaten: het ligt op de hoekpunten van fsaverage. Open het met de oppervlakken van fsaverage.</translation>
    </message>
    <message>
        <source>There are two hemispheres, too many for one file. Name a folder instead of %1.</source>
        <translation>Er zijn twee hemisferen, te veel voor één bestand. Geef een map op in plaats van %1.</translation>
    </message>
    <message>
        <source>There is nothing that %1 could hold.</source>
        <translation>Er is niets wat %1 zou kunnen bevatten.</translation>
    </message>
    <message>
        <source>colour table of version %1</source>
        <translation>kleurentabel van versie %1</translation>
    </message>
    <message>
        <source>%1 vertices</source>
        <translation>%1 hoekpunten</translation>
    </message>
    <message>
        <source>%1 has no colour table, so its regions have no names. Write it again with its table.</source>
        <translation>%1 heeft geen kleurentabel, dus de gebieden hebben geen namen. Schrijf het opnieuw met de tabel.</translation>
    </message>
    <message>
        <source>%1 names the vertex %2, and there are %3. Copy it again from its source.</source>
        <translation>%1 noemt hoekpunt %2, en er zijn er %3. Kopieer het opnieuw vanaf de bron.</translation>
    </message>
    <message>
        <source>%1 does not say how many vertices it has. Copy it again from its source.</source>
        <translation>%1 zegt niet hoeveel hoekpunten het heeft. Kopieer het opnieuw vanaf de bron.</translation>
    </message>
    <message>
        <source>%1 has a vertex that is none: %2. Copy it again from its source.</source>
        <translation>%1 heeft een hoekpunt dat er geen is: %2. Kopieer het opnieuw vanaf de bron.</translation>
    </message>
    <message>
        <source>%1 vertices, %2 triangles</source>
        <translation>%1 hoekpunten, %2 driehoeken</translation>
    </message>
    <message>
        <source>%1 has no vertices. Copy it again from its source.</source>
        <translation>%1 heeft geen hoekpunten. Kopieer het opnieuw vanaf de bron.</translation>
    </message>
    <message>
        <source>Vertex %1 of %2 lies nowhere: a coordinate is no number or is beyond a kilometre. Copy it again from its source.</source>
        <translation>Hoekpunt %1 van %2 ligt nergens: een coördinaat is geen getal of is groter dan een kilometer. Kopieer het bestand opnieuw vanaf de bron.</translation>
    </message>
    <message>
        <source>A triangle of %1 has the vertex %2, and there are %3. Copy it again from its source.</source>
        <translation>Een driehoek van %1 heeft hoekpunt %2, en er zijn er %3. Kopieer het bestand opnieuw vanaf de bron.</translation>
    </message>
    <message>
        <source>%1 cannot be written: FreeSurfer&apos;s surfaces need triangles, and there are none. Write a .gii file.</source>
        <translation>%1 kan niet worden geschreven: de oppervlakken van FreeSurfer hebben driehoeken nodig, en die zijn er niet. Schrijf een .gii-bestand.</translation>
    </message>
    <message>
        <source>%1 is named like a GIFTI file but is none. Check where it comes from.</source>
        <translation>%1 heeft de naam van een GIFTI-bestand, maar is dat niet. Controleer waar het vandaan komt.</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>regel %1</translation>
    </message>
    <message>
        <source>%1 is a GIFTI file without any data in it.</source>
        <translation>%1 is een GIFTI-bestand zonder data.</translation>
    </message>
    <message>
        <source>%1 keeps its numbers in %2, which is not beside it. Copy both files.</source>
        <translation>%1 bewaart de getallen in %2, dat er niet naast staat. Kopieer beide bestanden.</translation>
    </message>
    <message>
        <source>%1 holds no surface.</source>
        <translation>%1 bevat geen oppervlak.</translation>
    </message>
    <message>
        <source>%1 has no table of regions.</source>
        <translation>%1 heeft geen tabel van gebieden.</translation>
    </message>
    <message>
        <source>%1 is no look-up table: a line of one is &quot;17 Left-Hippocampus 220 216 20 0&quot;.</source>
        <translation>%1 is geen opzoektabel: een regel daarvan is &quot;17 Left-Hippocampus 220 216 20 0&quot;.</translation>
    </message>
    <message>
        <source>%1 has a value for vertex %2, and the surface has %3. Choose the surface that it belongs to.</source>
        <translation>%1 heeft een waarde voor hoekpunt %2, en het oppervlak heeft er %3. Kies het oppervlak waar het bij hoort.</translation>
    </message>
    <message>
        <source>%1 holds neither a surface nor values on one.</source>
        <translation>%1 bevat geen oppervlak en geen waarden op een oppervlak.</translation>
    </message>
    <message>
        <source>%1 says that its volume lies elsewhere than %2 does, by up to %3 mm; the surface is placed as it says itself.</source>
        <translation>Volgens %1 ligt het volume elders dan %2, tot %3 mm ervandaan; het oppervlak is geplaatst zoals het zelf zegt.</translation>
    </message>
    <message>
        <source>%1 does not say which volume it was made of, and there is none beside it; it is taken as centred on the scanner&apos;s zero.</source>
        <translation>%1 zegt niet uit welk volume het is gemaakt, en er staat er geen naast; het midden is op het nulpunt van de scanner gelegd.</translation>
    </message>
    <message>
        <source>The triangles of %1 face inwards; they were turned.</source>
        <translation>De driehoeken van %1 wijzen naar binnen; ze zijn omgekeerd.</translation>
    </message>
    <message>
        <source>The pial surface of the %1 hemisphere is left out: it lies far from the white one. Is it of the other side, or of somebody else?</source>
        <translation>Het piale oppervlak (hemisfeer %1) is weggelaten: het ligt ver van het wittestofoppervlak. Is het van de andere kant, of van iemand anders?</translation>
    </message>
    <message>
        <source>%1 has only %2 of 34 regions; it seems to be cut short.</source>
        <translation>%1 heeft maar %2 van 34 gebieden; het lijkt afgekapt.</translation>
    </message>
    <message>
        <source>%1 is of the kind %2, whose header Neuraxis does not list. The command info tells what is in it.</source>
        <translation>%1 is van het soort %2; de header daarvan toont Neuraxis niet. De opdracht info zegt wat erin staat.</translation>
    </message>
    <message>
        <source>%1 is called a table of one hemisphere and says that it is of the other. Check which file is which.</source>
        <translation>%1 heet een tabel van de ene hersenhelft en zegt zelf van de andere te zijn. Kijk na welk bestand welk is.</translation>
    </message>
</context>
<context>
    <name>motorStrip</name>
    <message>
        <source>The axis runs along the precentral gyrus of the parcellation, from 0 where it borders on the paracentral lobule to 1 at its far end at the Sylvian fissure. A vertex&apos;s place is the length of the shortest way to the medial end along the white surface within the gyrus, divided by the sum of the ways to both ends.</source>
        <translation>De as loopt langs de gyrus precentralis van de parcellatie, van 0 waar die aan de lobulus paracentralis grenst tot 1 aan het andere uiteinde, bij de fissuur van Sylvius. De plaats van een hoekpunt is de lengte van de kortste weg naar het mediale uiteinde, over het wittestofoppervlak en binnen de gyrus, gedeeld door de som van de wegen naar beide uiteinden.</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>Been</translation>
    </message>
    <message>
        <source>Trunk</source>
        <translation>Romp</translation>
    </message>
    <message>
        <source>Arm and hand</source>
        <translation>Arm en hand</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Gezicht</translation>
    </message>
    <message>
        <source>Where leg, trunk, arm and hand, and face begin and end is an assumption: rough proportions after Penfield and Boldrey (1937), the same for everybody. Most of the leg lies in the paracentral lobule, which is not part of this profile.</source>
        <translation>Waar been, romp, arm en hand, en gezicht beginnen en eindigen is een aanname: ruwe verhoudingen naar Penfield en Boldrey (1937), voor iedereen gelijk. Het grootste deel van het been ligt in de lobulus paracentralis, die niet bij dit profiel hoort.</translation>
    </message>
</context>
<context>
    <name>neuraxis::BusyBar</name>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>neuraxis::Canvas</name>
    <message>
        <source>Views</source>
        <translation>Weergaven</translation>
    </message>
</context>
<context>
    <name>neuraxis::ChangeMaps</name>
    <message>
        <source>The images are still being read.</source>
        <translation>De beelden worden nog gelezen.</translation>
    </message>
    <message>
        <source>The visits are not aligned yet.</source>
        <translation>De bezoeken zijn nog niet uitgelijnd.</translation>
    </message>
    <message>
        <source>%1 could not be aligned, so that no change can be told. Put it by hand first.</source>
        <translation>%1 kon niet worden uitgelijnd, zodat geen verandering te zien is. Leg het eerst met de hand.</translation>
    </message>
    <message>
        <source>Between the visits are less than three months: a rate would tell more of the noise. The change itself is shown.</source>
        <translation>Tussen de bezoeken zit minder dan drie maanden: een snelheid zou vooral ruis tonen. De verandering zelf wordt getoond.</translation>
    </message>
    <message>
        <source>A visit&apos;s date is not known: the change itself is shown, not its rate.</source>
        <translation>De datum van een bezoek is niet bekend: de verandering zelf wordt getoond, niet de snelheid.</translation>
    </message>
    <message>
        <source>There is not enough memory for this map.</source>
        <translation>Er is te weinig geheugen voor deze kaart.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 tot %2</translation>
    </message>
    <message>
        <source>Change in brightness, %1</source>
        <translation>Verandering in helderheid, %1</translation>
    </message>
    <message>
        <source>Change in volume, %1</source>
        <translation>Verandering in volume, %1</translation>
    </message>
    <message>
        <source>A visit failed quality: do not trust this map.</source>
        <translation>Een bezoek is afgekeurd op kwaliteit: vertrouw deze kaart niet.</translation>
    </message>
    <message>
        <source>Beyond it are %1 % of the vertices.</source>
        <translation>Daarboven ligt %1 % van de hoekpunten.</translation>
    </message>
    <message>
        <source>A visit failed quality, so that no rate is told: the change itself is shown.</source>
        <translation>Een bezoek is afgekeurd op kwaliteit, zodat geen snelheid wordt gegeven: de verandering zelf wordt getoond.</translation>
    </message>
    <message>
        <source>Change in brightness a year, %1</source>
        <translation>Verandering in helderheid per jaar, %1</translation>
    </message>
    <message>
        <source>Change in volume a year, %1</source>
        <translation>Verandering in volume per jaar, %1</translation>
    </message>
</context>
<context>
    <name>neuraxis::ClusterTable</name>
    <message>
        <source>Clusters</source>
        <translation>Clusters</translation>
    </message>
    <message>
        <source>Any size</source>
        <translation>Elke grootte</translation>
    </message>
    <message>
        <source>Smallest cluster</source>
        <translation>Kleinste cluster</translation>
    </message>
</context>
<context>
    <name>neuraxis::ClusterTableModel</name>
    <message>
        <source>positive</source>
        <translation>positief</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>negatief</translation>
    </message>
</context>
<context>
    <name>neuraxis::ClustersWindow</name>
    <message>
        <source>No image is open.</source>
        <translation>Er is geen beeld geopend.</translation>
    </message>
    <message>
        <source>The active layer shows labels. Clusters are of maps with a threshold.</source>
        <translation>De actieve laag toont labels. Clusters zijn er van kaarten met een drempel.</translation>
    </message>
    <message>
        <source>The active layer has no threshold. Set one with &quot;Hide below&quot; in the panel Layers.</source>
        <translation>De actieve laag heeft geen drempel. Stel die in met &quot;Verberg onder&quot; in het paneel Lagen.</translation>
    </message>
    <message>
        <source>Clusters need a threshold above zero.</source>
        <translation>Clusters vragen een drempel boven nul.</translation>
    </message>
    <message>
        <source>Clusters of %1</source>
        <translation>Clusters van %1</translation>
    </message>
    <message>
        <source>There is not enough memory to look for clusters. Close a series and try again.</source>
        <translation>Er is niet genoeg geheugen om clusters te zoeken. Sluit een reeks en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Clusters</translation>
    </message>
    <message>
        <source>Voxels are of one cluster where they touch by a side, an edge or a corner</source>
        <translation>Voxels horen bij één cluster als ze elkaar met een vlak, een ribbe of een hoek raken</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>Toon alleen deze</translation>
    </message>
    <message>
        <source>Smaller clusters vanish from the pictures</source>
        <translation>Kleinere clusters verdwijnen uit de beelden</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Zoeken…</translation>
    </message>
    <message>
        <source>No value reaches the threshold of %1.</source>
        <translation>Geen waarde haalt de drempel van %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n cluster(s) beyond ±%2</source>
        <translation>
            <numerusform>%1 van %n cluster voorbij ±%2</numerusform>
            <numerusform>%1 van %n clusters voorbij ±%2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n cluster(s) from %2</source>
        <translation>
            <numerusform>%1 van %n cluster vanaf %2</numerusform>
            <numerusform>%1 van %n clusters vanaf %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Show only the greater clusters</source>
        <translation>Toon alleen de grotere clusters</translation>
    </message>
    <message>
        <source>Show all clusters</source>
        <translation>Toon alle clusters</translation>
    </message>
</context>
<context>
    <name>neuraxis::ComparisonArea</name>
    <message>
        <source>Side by side</source>
        <translation>Naast elkaar</translation>
    </message>
    <message>
        <source>Every visit in views of its own</source>
        <translation>Elk bezoek in eigen beelden</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Eén</translation>
    </message>
    <message>
        <source>The current visit alone; hold B to see the other one</source>
        <translation>Alleen het getoonde bezoek; houd B ingedrukt voor het andere</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Schuif</translation>
    </message>
    <message>
        <source>The earlier visit left of a line, the later one right of it; drag the line</source>
        <translation>Het eerdere bezoek links van een lijn, het latere rechts; sleep de lijn</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>Schaakbord</translation>
    </message>
    <message>
        <source>Squares of both visits in turn</source>
        <translation>Vakken van beide bezoeken om en om</translation>
    </message>
    <message>
        <source>Fusion</source>
        <translation>Fusie</translation>
    </message>
    <message>
        <source>What is brighter earlier is orange, later blue, what is alike grey</source>
        <translation>Wat eerst helderder is, is oranje, later blauw, wat gelijk is grijs</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Verschil</translation>
    </message>
    <message>
        <source>Where the later visit is brighter it is red, where it is darker blue</source>
        <translation>Waar het latere bezoek helderder is rood, waar het donkerder is blauw</translation>
    </message>
    <message>
        <source>Change the layout</source>
        <translation>Indeling wijzigen</translation>
    </message>
    <message>
        <source>%1 months apart</source>
        <translation>%1 maanden ertussen</translation>
    </message>
    <message>
        <source>%1 years apart</source>
        <translation>%1 jaar ertussen</translation>
    </message>
    <message>
        <source>brightness of %1 times %2</source>
        <translation>helderheid van %1 maal %2</translation>
    </message>
    <message>
        <source>brightness not matched</source>
        <translation>helderheid niet aangepast</translation>
    </message>
    <message>
        <source>Aligning…</source>
        <translation>Uitlijnen…</translation>
    </message>
    <message>
        <source>Not aligned yet</source>
        <translation>Nog niet uitgelijnd</translation>
    </message>
    <message>
        <source>Alignment doubtful</source>
        <translation>Uitlijning twijfelachtig</translation>
    </message>
    <message>
        <source>Not aligned</source>
        <translation>Niet uitgelijnd</translation>
    </message>
    <message>
        <source>Aligned by hand</source>
        <translation>Met de hand uitgelijnd</translation>
    </message>
    <message>
        <source>Aligned to %1 mm</source>
        <translation>Uitgelijnd op %1 mm</translation>
    </message>
    <message>
        <source>One visit with such an image: nothing to compare</source>
        <translation>Eén bezoek met zo&apos;n beeld: niets om te vergelijken</translation>
    </message>
    <message>
        <source>dates not known</source>
        <translation>datums niet bekend</translation>
    </message>
    <message>
        <source>Aligned by hand to %1 mm</source>
        <translation>Met de hand uitgelijnd op %1 mm</translation>
    </message>
    <message>
        <source>Aligned within 0.1 mm</source>
        <translation>Uitgelijnd binnen 0,1 mm</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Verandering</translation>
    </message>
    <message>
        <source>on one day</source>
        <translation>op één dag</translation>
    </message>
    <message>
        <source>What changed: maps of the two visits, and regions over time</source>
        <translation>Wat er veranderde: kaarten van de twee bezoeken, en gebieden in de tijd</translation>
    </message>
</context>
<context>
    <name>neuraxis::CortexPanel</name>
    <message>
        <source>No surfaces are open. Open a FreeSurfer subject folder, or surface files.</source>
        <translation>Er zijn geen oppervlakken geopend. Open een proefpersoonmap van FreeSurfer, of oppervlakbestanden.</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Witte stof</translation>
    </message>
    <message>
        <source>Pial</source>
        <translation>Piaal</translation>
    </message>
    <message>
        <source>Inflated</source>
        <translation>Opgeblazen</translation>
    </message>
    <message>
        <source>Sphere</source>
        <translation>Bol</translation>
    </message>
    <message>
        <source>Form of the surface</source>
        <translation>Vorm van het oppervlak</translation>
    </message>
    <message>
        <source>From one form to the next</source>
        <translation>Van de ene vorm naar de volgende</translation>
    </message>
    <message>
        <source>Lateral</source>
        <translation>Lateraal</translation>
    </message>
    <message>
        <source>Medial</source>
        <translation>Mediaal</translation>
    </message>
    <message>
        <source>Dorsal</source>
        <translation>Dorsaal</translation>
    </message>
    <message>
        <source>Ventral</source>
        <translation>Ventraal</translation>
    </message>
    <message>
        <source>Anterior</source>
        <translation>Anterieur</translation>
    </message>
    <message>
        <source>Posterior</source>
        <translation>Posterieur</translation>
    </message>
    <message>
        <source>One surface is seen from</source>
        <translation>Eén oppervlak wordt gezien van</translation>
    </message>
    <message>
        <source>Folds in two greys</source>
        <translation>Plooien in twee grijstinten</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Vorm</translation>
    </message>
    <message>
        <source>Views of the layout &quot;Surfaces&quot;</source>
        <translation>Aanzichten in de indeling &quot;Oppervlakken&quot;</translation>
    </message>
    <message>
        <source>One surface</source>
        <translation>Eén oppervlak</translation>
    </message>
    <message>
        <source>Map on the surface</source>
        <translation>Kaart op het oppervlak</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Gebieden</translation>
    </message>
    <message>
        <source>As areas</source>
        <translation>Als vlakken</translation>
    </message>
    <message>
        <source>Surfaces on the slices</source>
        <translation>Oppervlakken op de plakken</translation>
    </message>
    <message>
        <source>In the map&apos;s colours</source>
        <translation>In de kleuren van de kaart</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Kaart</translation>
    </message>
    <message>
        <source>Regions, controls, motor strip…</source>
        <translation>Gebieden, controles, motorische strook…</translation>
    </message>
    <message>
        <source>Change the form</source>
        <translation>Wijzig de vorm</translation>
    </message>
    <message>
        <source>Change the map</source>
        <translation>Wijzig de kaart</translation>
    </message>
    <message>
        <source>Change the window</source>
        <translation>Wijzig het venster</translation>
    </message>
    <message>
        <source>Change the regions</source>
        <translation>Wijzig de gebieden</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
</context>
<context>
    <name>neuraxis::CurvePanel</name>
    <message>
        <source>What the curve is drawn against</source>
        <translation>Waartegen de curve is uitgezet</translation>
    </message>
    <message>
        <source>Copy values</source>
        <translation>Kopieer waarden</translation>
    </message>
    <message>
        <source>Put the numbers on the clipboard, as a table for a spreadsheet</source>
        <translation>Zet de getallen op het klembord, als tabel voor een rekenblad</translation>
    </message>
    <message>
        <source>Voxel at the crosshair</source>
        <translation>Voxel bij de kruisdraad</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Tegen</translation>
    </message>
    <message>
        <source>The crosshair lies outside this series. Click in it to see a curve.</source>
        <translation>De kruisdraad ligt buiten deze reeks. Klik erin om een curve te zien.</translation>
    </message>
    <message>
        <source>This voxel has no value in any volume.</source>
        <translation>Deze voxel heeft in geen enkel volume een waarde.</translation>
    </message>
    <message>
        <source>Volume %1</source>
        <translation>Volume %1</translation>
    </message>
</context>
<context>
    <name>neuraxis::CurvePlot</name>
    <message>
        <source>Values at the crosshair over the volumes</source>
        <translation>Waarden bij de kruisdraad over de volumes</translation>
    </message>
</context>
<context>
    <name>neuraxis::DerivedLayers</name>
    <message>
        <source>&amp;Average over the volumes</source>
        <translation>&amp;Gemiddelde over de volumes</translation>
    </message>
    <message>
        <source>Average of %1</source>
        <translation>Gemiddelde van %1</translation>
    </message>
    <message>
        <source>&amp;Range over the volumes (greatest less least)</source>
        <translation>&amp;Bereik over de volumes (grootste min kleinste)</translation>
    </message>
    <message>
        <source>Range of %1</source>
        <translation>Bereik van %1</translation>
    </message>
    <message>
        <source>&amp;Standard deviation over the volumes</source>
        <translation>&amp;Standaardafwijking over de volumes</translation>
    </message>
    <message>
        <source>Standard deviation of %1</source>
        <translation>Standaardafwijking van %1</translation>
    </message>
    <message>
        <source>Signal to &amp;noise over the volumes (tSNR)</source>
        <translation>Signaal-&amp;ruisverhouding over de volumes (tSNR)</translation>
    </message>
    <message>
        <source>Signal to noise of %1</source>
        <translation>Signaal-ruisverhouding van %1</translation>
    </message>
    <message>
        <source>One volume has no spread: choose more b-values first.</source>
        <translation>Eén volume heeft geen spreiding: kies eerst meer b-waarden.</translation>
    </message>
    <message>
        <source>There is not enough memory for another layer. Close a series and try again.</source>
        <translation>Er is niet genoeg geheugen voor nog een laag. Sluit een reeks en probeer het opnieuw.</translation>
    </message>
</context>
<context>
    <name>neuraxis::DisplayForm</name>
    <message>
        <source>Opacity</source>
        <translation>Dekking</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>Kleurenkaart</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>Geïnverteerd</translation>
    </message>
    <message>
        <source>Value at the dark end</source>
        <translation>Waarde aan de donkere kant</translation>
    </message>
    <message>
        <source>Value at the bright end</source>
        <translation>Waarde aan de lichte kant</translation>
    </message>
    <message>
        <source>Positive and negative apart</source>
        <translation>Positief en negatief apart</translation>
    </message>
    <message>
        <source>Values below zero get colours of their own; zero divides the two</source>
        <translation>Waarden onder nul krijgen eigen kleuren; nul scheidt de twee</translation>
    </message>
    <message>
        <source>Colour map of negative values</source>
        <translation>Kleurenkaart van negatieve waarden</translation>
    </message>
    <message>
        <source>Negative values from, without their sign</source>
        <translation>Negatieve waarden van, zonder teken</translation>
    </message>
    <message>
        <source>Negative values to, without their sign</source>
        <translation>Negatieve waarden tot, zonder teken</translation>
    </message>
    <message>
        <source>Hide below</source>
        <translation>Verberg onder</translation>
    </message>
    <message>
        <source>Hide above</source>
        <translation>Verberg boven</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kleuren</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Negatief</translation>
    </message>
    <message>
        <source>From −</source>
        <translation>Van −</translation>
    </message>
    <message>
        <source>To −</source>
        <translation>Tot −</translation>
    </message>
    <message>
        <source>Change the opacity</source>
        <translation>Wijzig de dekking</translation>
    </message>
    <message>
        <source>Change the colours</source>
        <translation>Wijzig de kleuren</translation>
    </message>
    <message>
        <source>Invert the colours</source>
        <translation>Inverteer de kleuren</translation>
    </message>
    <message>
        <source>Change the window</source>
        <translation>Wijzig het venster</translation>
    </message>
    <message>
        <source>Positive and negative together</source>
        <translation>Positief en negatief samen</translation>
    </message>
    <message>
        <source>Change the threshold</source>
        <translation>Wijzig de drempel</translation>
    </message>
    <message>
        <source>Hide |value| below</source>
        <translation>Verberg |waarde| onder</translation>
    </message>
    <message>
        <source>Hide |value| above</source>
        <translation>Verberg |waarde| boven</translation>
    </message>
</context>
<context>
    <name>neuraxis::HeaderModel</name>
    <message>
        <source>This header does not have it.</source>
        <translation>Deze header heeft dit niet.</translation>
    </message>
    <message>
        <source>The two headers differ here.</source>
        <translation>Hier verschillen de twee headers.</translation>
    </message>
    <message>
        <source>Private: %1</source>
        <translation>Privé: %1</translation>
    </message>
    <message>
        <source>On the right: %1</source>
        <translation>Rechts: %1</translation>
    </message>
    <message>
        <source>Hidden, as it may tell who was scanned. &quot;Show identifying values&quot; shows it.</source>
        <translation>Verborgen, omdat het kan verraden wie er gescand is. &quot;Identificerende waarden tonen&quot; laat het zien.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>VR</source>
        <comment>the type of a DICOM element</comment>
        <translation>VR</translation>
    </message>
    <message>
        <source>Value, left</source>
        <translation>Waarde, links</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>Value, right</source>
        <translation>Waarde, rechts</translation>
    </message>
</context>
<context>
    <name>neuraxis::HeaderView</name>
    <message>
        <source>Header</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reeks</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergelijken met</translation>
    </message>
    <message>
        <source>File of the series</source>
        <translation>Bestand van de reeks</translation>
    </message>
    <message>
        <source>File </source>
        <translation>Bestand </translation>
    </message>
    <message>
        <source>Search a tag, a name or a value</source>
        <translation>Zoek een tag, een naam of een waarde</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>Alleen verschillen</translation>
    </message>
    <message>
        <source>Show identifying values</source>
        <translation>Identificerende waarden tonen</translation>
    </message>
    <message>
        <source>Names, dates, numbers and comments that may tell who was scanned</source>
        <translation>Namen, datums, nummers en opmerkingen die kunnen verraden wie er gescand is</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>Alles uitklappen</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>Alles inklappen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Niets</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>van %1</translation>
    </message>
    <message>
        <source>Reading the header…</source>
        <translation>De header wordt gelezen…</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gevonden</numerusform>
            <numerusform>%n gevonden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elementen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is open yet.</source>
        <translation>Er is nog niets geopend.</translation>
    </message>
    <message>
        <source>The two headers do not differ.</source>
        <translation>De twee headers verschillen niet.</translation>
    </message>
    <message>
        <source>Nothing here matches. Hidden values are not searched.</source>
        <translation>Niets hier past daarbij. Verborgen waarden worden niet doorzocht.</translation>
    </message>
    <message>
        <source>Nothing here matches.</source>
        <translation>Niets hier past daarbij.</translation>
    </message>
</context>
<context>
    <name>neuraxis::LabelList</name>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Its values are no numbers of labels.</source>
        <translation>De waarden zijn geen labelnummers.</translation>
    </message>
</context>
<context>
    <name>neuraxis::LayerPanel</name>
    <message>
        <source>Layers</source>
        <translation>Lagen</translation>
    </message>
    <message>
        <source>Move the layer up</source>
        <translation>Verplaats de laag omhoog</translation>
    </message>
    <message>
        <source>Move the layer down</source>
        <translation>Verplaats de laag omlaag</translation>
    </message>
    <message>
        <source>Remove the layer</source>
        <translation>Verwijder de laag</translation>
    </message>
    <message>
        <source>Window centre</source>
        <translation>Midden van het venster</translation>
    </message>
    <message>
        <source>Window width</source>
        <translation>Breedte van het venster</translation>
    </message>
    <message>
        <source>Interpolation</source>
        <translation>Interpolatie</translation>
    </message>
    <message>
        <source>None (voxels)</source>
        <translation>Geen (voxels)</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Lineair</translation>
    </message>
    <message>
        <source>Cubic</source>
        <translation>Kubisch</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Midden</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breedte</translation>
    </message>
    <message>
        <source>Show the layer</source>
        <translation>Toon de laag</translation>
    </message>
    <message>
        <source>Hide the layer</source>
        <translation>Verberg de laag</translation>
    </message>
    <message>
        <source>Change the window</source>
        <translation>Wijzig het venster</translation>
    </message>
    <message>
        <source>Move the layer</source>
        <translation>Verplaats de laag</translation>
    </message>
    <message>
        <source>Percentiles…</source>
        <translation>Percentielen…</translation>
    </message>
    <message>
        <source>From the scanner</source>
        <translation>Van de scanner</translation>
    </message>
    <message>
        <source>Centre %1, width %2</source>
        <translation>Midden %1, breedte %2</translation>
    </message>
    <message>
        <source>Window by percentiles</source>
        <translation>Venster naar percentielen</translation>
    </message>
    <message>
        <source>Dark end</source>
        <translation>Donkere kant</translation>
    </message>
    <message>
        <source>Bright end</source>
        <translation>Lichte kant</translation>
    </message>
    <message>
        <source>Set the window…</source>
        <translation>Stel het venster in…</translation>
    </message>
    <message>
        <source>Change the interpolation</source>
        <translation>Wijzig de interpolatie</translation>
    </message>
    <message>
        <source>Drawn as</source>
        <translation>Getekend als</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Vlak</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Omtrek</translation>
    </message>
    <message>
        <source>Only within</source>
        <translation>Alleen binnen</translation>
    </message>
    <message>
        <source>Values are labels</source>
        <translation>Waarden zijn labels</translation>
    </message>
    <message>
        <source>Load a label table…</source>
        <translation>Laad een labeltabel…</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>Change how the layer is drawn</source>
        <translation>Wijzig hoe de laag wordt getekend</translation>
    </message>
    <message>
        <source>Change where the layer is drawn</source>
        <translation>Wijzig waar de laag wordt getekend</translation>
    </message>
    <message>
        <source>Show values as labels</source>
        <translation>Toon waarden als labels</translation>
    </message>
    <message>
        <source>Show labels as values</source>
        <translation>Toon labels als waarden</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Overal</translation>
    </message>
    <message>
        <source>Without names</source>
        <translation>Zonder namen</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuraxis::MainWindow</name>
    <message>
        <source>Series</source>
        <translation>Reeksen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Toon</translation>
    </message>
    <message>
        <source>Show as overlay</source>
        <translation>Toon als overlay</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Lagen</translation>
    </message>
    <message>
        <source>3-D view</source>
        <translation>3D-weergave</translation>
    </message>
    <message>
        <source>Research use only</source>
        <translation>Alleen voor onderzoek</translation>
    </message>
    <message>
        <source>How do you use the mouse?</source>
        <translation>Hoe moet de muis werken?</translation>
    </message>
    <message>
        <source>You can change it in the menu Mouse.</source>
        <translation>Later te wijzigen in het menu Muis.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not shown</source>
        <translation>
            <numerusform>%n bestand niet getoond</numerusform>
            <numerusform>%n bestanden niet getoond</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>Vergeet deze</translation>
    </message>
    <message>
        <source>Files that are not shown</source>
        <translation>Bestanden die niet worden getoond</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Header…</source>
        <translation>Header…</translation>
    </message>
    <message>
        <source>Compare headers with</source>
        <translation>Headers vergelijken met</translation>
    </message>
    <message>
        <source>Series of %1</source>
        <translation>Reeksen van %1</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>Oppervlak</translation>
    </message>
    <message>
        <source>Cortex</source>
        <translation>Cortex</translation>
    </message>
    <message>
        <source>Change the views</source>
        <translation>Wijzig de aanzichten</translation>
    </message>
    <message>
        <source>Load a label table</source>
        <translation>Laad een labeltabel</translation>
    </message>
    <message>
        <source>Tables (*.txt *.ctab *.lut *.tsv);;All files (*)</source>
        <translation>Tabellen (*.txt *.ctab *.lut *.tsv);;Alle bestanden (*)</translation>
    </message>
</context>
<context>
    <name>neuraxis::MappingForm</name>
    <message>
        <source>What the columns of %1 mean</source>
        <translation>Wat de kolommen van %1 betekenen</translation>
    </message>
    <message>
        <source>This was guessed from the columns&apos; names and values. Correct what is wrong. It is written beside the table as %1 and read from there the next time.</source>
        <translation>Dit is geraden uit de namen en waarden van de kolommen. Verbeter wat niet klopt. Het wordt naast de tabel opgeschreven als %1 en de volgende keer daaruit gelezen.</translation>
    </message>
    <message>
        <source>Take the table</source>
        <translation>Tabel opnemen</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Weglaten</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Waarden</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Betekenis</translation>
    </message>
    <message>
        <source>Date format or note</source>
        <translation>Vorm of opmerking</translation>
    </message>
    <message>
        <source>Columns and what they mean</source>
        <translation>Kolommen en wat ze betekenen</translation>
    </message>
    <message>
        <source>Meaning of %1</source>
        <translation>Betekenis van %1</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>niet getoond</translation>
    </message>
</context>
<context>
    <name>neuraxis::Opener</name>
    <message>
        <source>Nothing was found there.</source>
        <translation>Daar is niets gevonden.</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Toon %1</translation>
    </message>
</context>
<context>
    <name>neuraxis::OverTimePage</name>
    <message>
        <source>Also visits that failed quality</source>
        <translation>Ook op kwaliteit afgekeurde bezoeken</translation>
    </message>
    <message>
        <source>Count them in the rates; they stay marked in the plot</source>
        <translation>Tel ze mee in het tempo; in de grafiek blijven ze gemarkeerd</translation>
    </message>
    <message>
        <source>Time is counted along</source>
        <translation>De tijd wordt geteld naar</translation>
    </message>
    <message>
        <source>Years since the first scan</source>
        <translation>Jaren sinds de eerste scan</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Leeftijd</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>Bezig met berekenen…</translation>
    </message>
    <message>
        <source>There is not enough memory. Close other programs and try again.</source>
        <translation>Er is niet genoeg geheugen. Sluit andere programma&apos;s en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>What is followed over time</source>
        <translation>Wat in de tijd wordt gevolgd</translation>
    </message>
    <message>
        <source>For regions of interest open a mask or a label image over a visit</source>
        <translation>Open voor interessegebieden een masker of labelbeeld over een bezoek</translation>
    </message>
    <message>
        <source>Regions of the cortex</source>
        <translation>Gebieden van de schors</translation>
    </message>
    <message>
        <source>The study knows no cortical regions of this participant. For regions of interest open a mask or a label image over a visit.</source>
        <translation>De studie kent geen schorsgebieden van deze deelnemer. Open voor interessegebieden een masker of labelbeeld over een bezoek.</translation>
    </message>
</context>
<context>
    <name>neuraxis::RatesModel</name>
    <message>
        <source>Less than three months: look at the change, not at the rate.</source>
        <translation>Minder dan drie maanden: kijk naar de verandering, niet naar het tempo.</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>an interval</comment>
        <translation>%1 tot %2</translation>
    </message>
    <message>
        <source>At the first visit that is used</source>
        <translation>Bij het eerste bezoek dat meetelt</translation>
    </message>
    <message>
        <source>At the last visit that is used</source>
        <translation>Bij het laatste bezoek dat meetelt</translation>
    </message>
    <message>
        <source>The last value less the first, as measured</source>
        <translation>De laatste waarde min de eerste, zoals gemeten</translation>
    </message>
    <message>
        <source>The slope of the line through the values, least squares</source>
        <translation>De helling van de lijn door de waarden, kleinste kwadraten</translation>
    </message>
    <message>
        <source>The 95 % confidence interval of the rate, by Student&apos;s t; of two visits there is none</source>
        <translation>Het 95 %-betrouwbaarheidsinterval van het tempo, volgens Student; van twee bezoeken is er geen</translation>
    </message>
    <message>
        <source>The rate as a share of the mean value (symmetrised percent change)</source>
        <translation>Het tempo als deel van de gemiddelde waarde (gesymmetriseerde procentuele verandering)</translation>
    </message>
    <message>
        <source>w-score at the last visit, among the study&apos;s controls</source>
        <translation>w-score bij het laatste bezoek, tussen de controles van de studie</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Gebied</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Kant</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Bezoeken</translation>
    </message>
    <message>
        <source>%1 a year</source>
        <comment>a unit</comment>
        <translation>%1 per jaar</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 %-interval</translation>
    </message>
    <message>
        <source>% a year</source>
        <translation>% per jaar</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Eerste</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Laatste</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Verandering</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Per jaar</translation>
    </message>
</context>
<context>
    <name>neuraxis::RatesTable</name>
    <message>
        <source>Rates of change by region</source>
        <translation>Tempo van verandering per gebied</translation>
    </message>
</context>
<context>
    <name>neuraxis::ReadOut</name>
    <message>
        <source>voxel %1</source>
        <translation>voxel %1</translation>
    </message>
    <message>
        <source>value %1</source>
        <translation>waarde %1</translation>
    </message>
</context>
<context>
    <name>neuraxis::RegionTableModel</name>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
</context>
<context>
    <name>neuraxis::RegionTableView</name>
    <message>
        <source>Cortical regions</source>
        <translation>Corticale gebieden</translation>
    </message>
</context>
<context>
    <name>neuraxis::RegionsArea</name>
    <message>
        <source>w-score</source>
        <translation>w-score</translation>
    </message>
    <message>
        <source>z-score</source>
        <translation>z-score</translation>
    </message>
    <message>
        <source>What of the regions is compared with the controls, and how</source>
        <translation>Wat er van de gebieden met de controles wordt vergeleken, en hoe</translation>
    </message>
    <message>
        <source>Scores on the surface</source>
        <translation>Scores op het oppervlak</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Gebieden</translation>
    </message>
    <message>
        <source>Among the groups</source>
        <translation>Tussen de groepen</translation>
    </message>
    <message>
        <source>Motor strip</source>
        <translation>Motorische strook</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maat</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>Dikte</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Oppervlakte</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>w-score (by age and sex)</source>
        <translation>w-score (naar leeftijd en geslacht)</translation>
    </message>
    <message>
        <source>Fewest controls</source>
        <translation>Minimaal aantal controles</translation>
    </message>
    <message>
        <source>Regions with fewer controls have no score</source>
        <translation>Gebieden met minder controles hebben geen score</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>Bezig met berekenen…</translation>
    </message>
    <message>
        <source>No surfaces are open. Open a FreeSurfer subject folder.</source>
        <translation>Er zijn geen oppervlakken geopend. Open een proefpersoonmap van FreeSurfer.</translation>
    </message>
    <message>
        <source>There is not enough memory. Close other programs and try again.</source>
        <translation>Er is niet genoeg geheugen. Sluit andere programma&apos;s en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>There are no regions: these surfaces have no parcellation.</source>
        <translation>Er zijn geen gebieden: deze oppervlakken hebben geen parcellatie.</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>In de tijd</translation>
    </message>
    <message>
        <source>For changes over time, open the participant from a study.</source>
        <translation>Open voor veranderingen in de tijd de deelnemer vanuit een studie.</translation>
    </message>
    <message>
        <source>Brightness in %1</source>
        <translation>Helderheid in %1</translation>
    </message>
    <message>
        <source>Volume of %1</source>
        <translation>Volume van %1</translation>
    </message>
</context>
<context>
    <name>neuraxis::RoiKeeper</name>
    <message>
        <source>Cancelled. Choose it again to work it out.</source>
        <translation>Afgebroken. Kies het opnieuw om het uit te rekenen.</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>Bezig met berekenen…</translation>
    </message>
    <message>
        <source>There is not enough memory. Close other programs and try again.</source>
        <translation>Er is niet genoeg geheugen. Sluit andere programma&apos;s en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Once all visits are read and aligned. If that was cancelled, align them again.</source>
        <translation>Zodra alle bezoeken gelezen en uitgelijnd zijn. Is dat afgebroken, lijn ze dan opnieuw uit.</translation>
    </message>
</context>
<context>
    <name>neuraxis::SeriesArea</name>
    <message>
        <source>Curve</source>
        <translation>Curve</translation>
    </message>
    <message>
        <source>Values at the crosshair over the volumes (G)</source>
        <translation>Waarden bij de kruisdraad over de volumes (G)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>All volumes with what sets them apart (D)</source>
        <translation>Alle volumes met wat ze onderscheidt (D)</translation>
    </message>
    <message>
        <source>New layer…</source>
        <translation>Nieuwe laag…</translation>
    </message>
    <message>
        <source>Average, range and spread over the volumes, as a new layer</source>
        <translation>Gemiddelde, bereik en spreiding over de volumes, als nieuwe laag</translation>
    </message>
    <message>
        <source>&amp;4-D</source>
        <translation>&amp;4D</translation>
    </message>
</context>
<context>
    <name>neuraxis::SeriesDelegate</name>
    <message>
        <source>Could not be read</source>
        <translation>Niet te lezen</translation>
    </message>
</context>
<context>
    <name>neuraxis::ShortcutSheet</name>
    <message>
        <source>Mouse: %1</source>
        <translation>Muis: %1</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Links slepen</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Midden slepen</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Rechts slepen</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Wiel</translation>
    </message>
    <message>
        <source>Next or previous slice</source>
        <translation>Volgende of vorige plak</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+wiel</translation>
    </message>
    <message>
        <source>Shift+move</source>
        <translation>Shift+bewegen</translation>
    </message>
    <message>
        <source>Ctrl+left drag</source>
        <translation>Ctrl+links slepen</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Dubbelklik</translation>
    </message>
    <message>
        <source>Maximise the view, or back</source>
        <translation>Maximaliseer de weergave, of terug</translation>
    </message>
    <message>
        <source>3-D: left drag</source>
        <translation>3D: links slepen</translation>
    </message>
    <message>
        <source>3-D: Shift+left drag</source>
        <translation>3D: Shift+links slepen</translation>
    </message>
    <message>
        <source>3-D: right drag, wheel</source>
        <translation>3D: rechts slepen, wiel</translation>
    </message>
    <message>
        <source>3-D: middle drag</source>
        <translation>3D: midden slepen</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Toetsen en muis</translation>
    </message>
    <message>
        <source>Shift+wheel</source>
        <translation>Shift+wiel</translation>
    </message>
    <message>
        <source>Next or previous volume of a series</source>
        <translation>Volgend of vorig volume van een reeks</translation>
    </message>
</context>
<context>
    <name>neuraxis::StartPage</name>
    <message>
        <source>Open files…</source>
        <translation>Open bestanden…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Open een map…</translation>
    </message>
    <message>
        <source>For research use only. Not for diagnosis.</source>
        <translation>Alleen voor onderzoek. Niet voor diagnostiek.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Openen…</translation>
    </message>
    <message>
        <source>Drop a scan here</source>
        <translation>Sleep een opname hierheen</translation>
    </message>
    <message>
        <source>The first series shows as soon as it has been read.</source>
        <translation>De eerste reeks verschijnt zodra die gelezen is.</translation>
    </message>
    <message>
        <source>A folder from the scanner or single files: DICOM, NIfTI, NRRD, MGH.
Nothing is imported and your files are never changed.</source>
        <translation>Een map van de scanner of losse bestanden: DICOM, NIfTI, NRRD, MGH.
Er wordt niets geïmporteerd en bestanden worden nooit gewijzigd.</translation>
    </message>
</context>
<context>
    <name>neuraxis::StripPlot</name>
    <message>
        <source>The participant among the study&apos;s groups</source>
        <translation>De deelnemer tussen de groepen van de studie</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>gemiddelde</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s), too few to be drawn</source>
        <translation>
            <numerusform>%n persoon, te weinig om te tekenen</numerusform>
            <numerusform>%n personen, te weinig om te tekenen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s), mean %1</source>
        <translation>
            <numerusform>%n persoon, gemiddelde %1</numerusform>
            <numerusform>%n personen, gemiddelde %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuraxis::StripProfile</name>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>The motor cortex from medial to lateral</source>
        <translation>De motorische cortex van mediaal naar lateraal</translation>
    </message>
    <message>
        <source>controls: %1 left, %2 right</source>
        <translation>controles: %1 links, %2 rechts</translation>
    </message>
    <message numerus="yes">
        <source>%n control(s)</source>
        <translation>
            <numerusform>%n controle</numerusform>
            <numerusform>%n controles</numerusform>
        </translation>
    </message>
    <message>
        <source>medial</source>
        <translation>mediaal</translation>
    </message>
    <message>
        <source>lateral</source>
        <translation>lateraal</translation>
    </message>
    <message numerus="yes">
        <source>%1  ·  %2  ·  %n vertices</source>
        <translation>
            <numerusform>%1  ·  %2  ·  %n hoekpunt</numerusform>
            <numerusform>%1  ·  %2  ·  %n hoekpunten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuraxis::StudyBoard</name>
    <message>
        <source>Counts of the study</source>
        <translation>Aantallen in de studie</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>Per groep</translation>
    </message>
    <message>
        <source>A visit counts as a scan. Follow-up is from first to last visit, of those seen at least twice.</source>
        <translation>Een bezoek telt als scan. Follow-up loopt van eerste tot laatste bezoek, bij wie minstens twee keer is gezien.</translation>
    </message>
    <message>
        <source>Participants by year of first visit</source>
        <translation>Deelnemers naar jaar van eerste bezoek</translation>
    </message>
    <message>
        <source>Scans by year</source>
        <translation>Scans per jaar</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Deelnemers</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n bezoek</numerusform>
            <numerusform>%n bezoeken</numerusform>
        </translation>
    </message>
    <message>
        <source>6 or more</source>
        <translation>6 of meer</translation>
    </message>
    <message>
        <source>Median follow-up</source>
        <translation>Mediane follow-up</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 maanden</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jaar</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>Alle jaren</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Geen datum</translation>
    </message>
</context>
<context>
    <name>neuraxis::StudyDetails</name>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>Open visits</source>
        <translation>Open bezoeken</translation>
    </message>
    <message>
        <source>Open all visits of this participant</source>
        <translation>Open alle bezoeken van deze deelnemer</translation>
    </message>
    <message>
        <source>Staging over the visits</source>
        <translation>Stadiëring over de bezoeken</translation>
    </message>
    <message>
        <source>Choose a participant to see the staging over the visits.</source>
        <translation>Kies een deelnemer om de stadiëring over de bezoeken te zien.</translation>
    </message>
    <message>
        <source>%1 years at first visit</source>
        <translation>%1 jaar bij eerste bezoek</translation>
    </message>
    <message>
        <source>genotype: %1</source>
        <translation>genotype: %1</translation>
    </message>
    <message>
        <source>onset: %1</source>
        <comment>site of onset</comment>
        <translation>ziektebegin: %1</translation>
    </message>
    <message>
        <source>ALSFRS-R</source>
        <translation>ALSFRS-R</translation>
    </message>
    <message>
        <source>Points lost a month</source>
        <translation>Puntenverlies per maand</translation>
    </message>
    <message>
        <source>King&apos;s stage</source>
        <translation>King&apos;s-stadium</translation>
    </message>
    <message>
        <source>MiToS</source>
        <translation>MiToS</translation>
    </message>
    <message>
        <source>Months since onset</source>
        <translation>Maanden sinds ziektebegin</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Kwaliteit</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>geen datum</translation>
    </message>
    <message>
        <source>cannot stage: %1</source>
        <translation>stadium niet te bepalen: %1</translation>
    </message>
    <message>
        <source>%1 of 48</source>
        <translation>%1 van 48</translation>
    </message>
</context>
<context>
    <name>neuraxis::StudyFilterForm</name>
    <message>
        <source>Conditions</source>
        <translation>Voorwaarden</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Onbekend</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n deelnemer</numerusform>
            <numerusform>%n deelnemers</numerusform>
        </translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Minstens</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Onder</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>minstens</translation>
    </message>
    <message>
        <source>below</source>
        <translation>onder</translation>
    </message>
</context>
<context>
    <name>neuraxis::StudyGrid</name>
    <message>
        <source>Participants and their visits</source>
        <translation>Deelnemers en hun bezoeken</translation>
    </message>
</context>
<context>
    <name>neuraxis::StudyLegend</name>
    <message>
        <source>broken frame: gap</source>
        <translation>onderbroken kader: ontbreekt</translation>
    </message>
    <message>
        <source>numbers: months since onset, + since the first visit</source>
        <translation>getallen: maanden sinds ziektebegin, + sinds het eerste bezoek</translation>
    </message>
    <message>
        <source>&lt;b&gt;N&lt;/b&gt; NIV</source>
        <translation>&lt;b&gt;N&lt;/b&gt; NIV</translation>
    </message>
    <message>
        <source>&lt;b&gt;P&lt;/b&gt; PEG</source>
        <translation>&lt;b&gt;P&lt;/b&gt; PEG</translation>
    </message>
    <message>
        <source>&lt;b&gt;T&lt;/b&gt; tracheostomy</source>
        <translation>&lt;b&gt;T&lt;/b&gt; tracheostomie</translation>
    </message>
    <message>
        <source>&lt;b&gt;†&lt;/b&gt; death</source>
        <translation>&lt;b&gt;†&lt;/b&gt; overlijden</translation>
    </message>
    <message>
        <source>→ still followed</source>
        <translation>→ nog gevolgd</translation>
    </message>
    <message>
        <source>⊣ follow-up stopped</source>
        <translation>⊣ follow-up gestopt</translation>
    </message>
    <message>
        <source>Ctrl + wheel: zoom in time</source>
        <translation>Ctrl + wiel: zoomen in de tijd</translation>
    </message>
</context>
<context>
    <name>neuraxis::StudyModel</name>
    <message>
        <source>Visit %1</source>
        <comment>number</comment>
        <translation>Bezoek %1</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Leeftijd</translation>
    </message>
    <message>
        <source>Months since onset; with + since the first visit</source>
        <translation>Maanden sinds ziektebegin; met + sinds het eerste bezoek</translation>
    </message>
</context>
<context>
    <name>neuraxis::StudyPanel</name>
    <message>
        <source>Simulated data</source>
        <translation>Gesimuleerde data</translation>
    </message>
    <message>
        <source>Research use only</source>
        <translation>Alleen voor onderzoek</translation>
    </message>
    <message>
        <source>Search a participant, group, genotype, sex or site</source>
        <translation>Zoek een deelnemer, groep, genotype, geslacht of plaats</translation>
    </message>
    <message>
        <source>Search participants</source>
        <translation>Zoek deelnemers</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Voorwaarden</translation>
    </message>
    <message>
        <source>Kept filters</source>
        <translation>Bewaarde filters</translation>
    </message>
    <message>
        <source>Time of the lanes</source>
        <translation>Tijd van de banen</translation>
    </message>
    <message>
        <source>Months since onset</source>
        <translation>Maanden sinds ziektebegin</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Months since first scan</source>
        <translation>Maanden sinds eerste scan</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Swimmer</source>
        <translation>Tijdlijn</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message numerus="yes">
        <source>%Ln participant(s)</source>
        <translation>
            <numerusform>%Ln deelnemer</numerusform>
            <numerusform>%Ln deelnemers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln participant(s)</source>
        <translation>
            <numerusform>%1 van %Ln deelnemer</numerusform>
            <numerusform>%1 van %Ln deelnemers</numerusform>
        </translation>
    </message>
    <message>
        <source>No study is open.</source>
        <translation>Er is geen studie geopend.</translation>
    </message>
    <message>
        <source>Reading the study…</source>
        <translation>De studie wordt gelezen…</translation>
    </message>
    <message>
        <source>Conditions (%1)</source>
        <translation>Voorwaarden (%1)</translation>
    </message>
    <message>
        <source>Take this condition away</source>
        <translation>Verwijder deze voorwaarde</translation>
    </message>
    <message>
        <source>Take away: %1</source>
        <translation>Verwijder: %1</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Verwijder</translation>
    </message>
    <message>
        <source>Keep this filter as…</source>
        <translation>Bewaar dit filter als…</translation>
    </message>
    <message>
        <source>Name under which to keep this filter</source>
        <translation>Naam om dit filter onder te bewaren</translation>
    </message>
    <message>
        <source>Time of the lanes: %1</source>
        <translation>Tijd van de lijnen: %1</translation>
    </message>
    <message>
        <source>Nobody is in this study yet. Drop folders with scans, or tables, on this window. Nothing is copied or changed.</source>
        <translation>Er is nog niemand in deze studie. Sleep mappen met scans, of tabellen, op dit venster. Er wordt niets gekopieerd of veranderd.</translation>
    </message>
    <message>
        <source>No participant fits the search and the conditions.</source>
        <translation>Geen deelnemer voldoet aan de zoekopdracht en de voorwaarden.</translation>
    </message>
    <message>
        <source>No participant fits the conditions.</source>
        <translation>Geen deelnemer voldoet aan de voorwaarden.</translation>
    </message>
    <message>
        <source>No participant fits “%1”.</source>
        <translation>Geen deelnemer past bij ‘%1’.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Zoekopdracht wissen</translation>
    </message>
    <message>
        <source>Clear search and conditions</source>
        <translation>Zoekopdracht en voorwaarden wissen</translation>
    </message>
    <message>
        <source>Clear the conditions</source>
        <translation>Voorwaarden wissen</translation>
    </message>
</context>
<context>
    <name>neuraxis::StudyWindow</name>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Voeg een map toe…</translation>
    </message>
    <message>
        <source>Images, BIDS data sets, FreeSurfer, CATO, cord and clinical tables. Nothing is copied or changed. Folders and files may also be dropped here.</source>
        <translation>Beelden, BIDS-datasets, FreeSurfer, CATO, ruggenmergtabellen en klinische tabellen. Er wordt niets gekopieerd of gewijzigd. Mappen en bestanden mogen ook hierheen worden gesleept.</translation>
    </message>
    <message>
        <source>%1 is simulated and has no images. Those named DEMO have.</source>
        <translation>%1 is gesimuleerd en heeft geen beelden. Deelnemers die DEMO heten wel.</translation>
    </message>
    <message>
        <source>The study knows of no images of %1. Add their folder.</source>
        <translation>De studie kent geen beelden van %1. Voeg de map ervan toe.</translation>
    </message>
    <message>
        <source>Add a folder to the study</source>
        <translation>Voeg een map aan de studie toe</translation>
    </message>
    <message>
        <source>Nothing new was found.</source>
        <translation>Er is niets nieuws gevonden.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were new or different.</source>
        <translation>
            <numerusform>%n record was nieuw of anders.</numerusform>
            <numerusform>%n records waren nieuw of anders.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was taken into the study</source>
        <translation>Wat in de studie is overgenomen</translation>
    </message>
    <message>
        <source>This is the last participant with images in the list.</source>
        <translation>Dit is de laatste deelnemer met beelden in de lijst.</translation>
    </message>
    <message>
        <source>This is the first participant with images in the list.</source>
        <translation>Dit is de eerste deelnemer met beelden in de lijst.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… en nog %n.</numerusform>
            <numerusform>… en nog %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Voeg bestanden toe…</translation>
    </message>
    <message>
        <source>Clinical tables and single images.</source>
        <translation>Klinische tabellen en losse beelden.</translation>
    </message>
    <message>
        <source>Add files to the study</source>
        <translation>Bestanden aan de studie toevoegen</translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s):</source>
        <translation>
            <numerusform>%n opmerking:</numerusform>
            <numerusform>%n opmerkingen:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuraxis::SurfaceProjector</name>
    <message>
        <source>There is not enough memory for another map. Close a series and try again.</source>
        <translation>Er is niet genoeg geheugen voor nog een kaart. Sluit een reeks en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Nothing of this layer lies on the surface. Are both of the same scan?</source>
        <translation>Niets van deze laag ligt op het oppervlak. Zijn beide van dezelfde scan?</translation>
    </message>
</context>
<context>
    <name>neuraxis::SwimmerPlot</name>
    <message>
        <source>Participants on a time line</source>
        <translation>Deelnemers op een tijdlijn</translation>
    </message>
    <message>
        <source>Months since onset</source>
        <translation>Maanden sinds ziektebegin</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jaar</translation>
    </message>
    <message>
        <source>Months since first scan</source>
        <translation>Maanden sinds eerste scan</translation>
    </message>
    <message>
        <source>no visits</source>
        <translation>geen bezoeken</translation>
    </message>
    <message>
        <source>no date of onset</source>
        <translation>geen datum van ziektebegin</translation>
    </message>
    <message>
        <source>no dates</source>
        <translation>geen datums</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n bezoek</numerusform>
            <numerusform>%n bezoeken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuraxis::TrajectoryPlot</name>
    <message>
        <source>The measure over time</source>
        <translation>De maat in de tijd</translation>
    </message>
    <message>
        <source>Age (years)</source>
        <translation>Leeftijd (jaar)</translation>
    </message>
    <message>
        <source>Years since the first scan</source>
        <translation>Jaren sinds de eerste scan</translation>
    </message>
    <message>
        <source>normal ageing</source>
        <translation>normale veroudering</translation>
    </message>
</context>
<context>
    <name>neuraxis::ValueTable</name>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Copy the table, to paste into a spreadsheet</source>
        <translation>Kopieer de tabel, om in een rekenblad te plakken</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>Write the table to a file</source>
        <translation>Schrijf de tabel naar een bestand</translation>
    </message>
</context>
<context>
    <name>neuraxis::VisitComparison</name>
    <message>
        <source>There is not enough memory to align the visits.</source>
        <translation>Er is te weinig geheugen om de bezoeken uit te lijnen.</translation>
    </message>
    <message>
        <source>The study knows of no image of this visit.</source>
        <translation>De studie kent geen beeld van dit bezoek.</translation>
    </message>
    <message>
        <source>This visit has no image like the one that is shown.</source>
        <translation>Dit bezoek heeft geen beeld zoals het getoonde.</translation>
    </message>
</context>
<context>
    <name>neuraxis::VisitTimeLine</name>
    <message>
        <source>Visits over time</source>
        <translation>Bezoeken in de tijd</translation>
    </message>
    <message>
        <source>Time is counted along</source>
        <translation>De tijd wordt geteld naar</translation>
    </message>
    <message>
        <source>Click: show this visit.
Shift+click: compare with it.</source>
        <translation>Klik: toon dit bezoek.
Shift+klik: vergelijk ermee.</translation>
    </message>
    <message>
        <source>age not known</source>
        <translation>leeftijd onbekend</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>geen datum</translation>
    </message>
    <message>
        <source>Visit %1</source>
        <comment>label</comment>
        <translation>Bezoek %1</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>getoond</translation>
    </message>
    <message>
        <source>compared</source>
        <translation>vergeleken</translation>
    </message>
    <message>
        <source>No visits are known of this participant.</source>
        <translation>Van deze deelnemer zijn geen bezoeken bekend.</translation>
    </message>
    <message>
        <source>%1 mo</source>
        <comment>months between two visits</comment>
        <translation>%1 mnd</translation>
    </message>
    <message>
        <source>ALSFRS-R: %1 of 48</source>
        <translation>ALSFRS-R: %1 van 48</translation>
    </message>
    <message>
        <source>King&apos;s stage: %1</source>
        <translation>King-stadium: %1</translation>
    </message>
    <message>
        <source>No images or derived data</source>
        <translation>Geen beelden of afgeleide data</translation>
    </message>
    <message>
        <source>None of it can be shown as an image.</source>
        <translation>Niets ervan kan als beeld worden getoond.</translation>
    </message>
    <message>
        <source>Quality: %1</source>
        <translation>Kwaliteit: %1</translation>
    </message>
    <message>
        <source>Left out of rates of change unless you ask for it.</source>
        <translation>Telt niet mee in het tempo van verandering, tenzij u erom vraagt.</translation>
    </message>
    <message>
        <source>Show visit %1</source>
        <translation>Toon bezoek %1</translation>
    </message>
    <message>
        <source>Compare with visit %1</source>
        <translation>Vergelijk met bezoek %1</translation>
    </message>
</context>
<context>
    <name>neuraxis::VolumeBar</name>
    <message>
        <source>Volume of the series</source>
        <translation>Volume van de reeks</translation>
    </message>
    <message>
        <source>Volume </source>
        <comment>before a number</comment>
        <translation>Volume </translation>
    </message>
    <message>
        <source>b-values shown</source>
        <translation>Getoonde b-waarden</translation>
    </message>
    <message>
        <source>Walk through the volumes of one b-value only (N: the next)</source>
        <translation>Doorloop alleen de volumes van één b-waarde (N: de volgende)</translation>
    </message>
    <message>
        <source>Speed of the film</source>
        <translation>Snelheid van de film</translation>
    </message>
    <message>
        <source>Volumes a second when played</source>
        <translation>Volumes per seconde bij het afspelen</translation>
    </message>
    <message>
        <source> per s</source>
        <comment>after a number: volumes a second</comment>
        <translation> per s</translation>
    </message>
    <message>
        <source>Play to the end and back, not round</source>
        <translation>Speel heen en terug af in plaats van rond</translation>
    </message>
    <message>
        <source>Back and forth</source>
        <translation>Heen en terug</translation>
    </message>
    <message>
        <source> of %1</source>
        <comment>volume 3 of 64</comment>
        <translation> van %1</translation>
    </message>
    <message>
        <source>All b-values</source>
        <translation>Alle b-waarden</translation>
    </message>
    <message>
        <source>b %1 (%2)</source>
        <comment>b-value and number of volumes</comment>
        <translation>b %1 (%2)</translation>
    </message>
    <message>
        <source>Stop (K)</source>
        <translation>Stoppen (K)</translation>
    </message>
    <message>
        <source>Play (K)</source>
        <translation>Afspelen (K)</translation>
    </message>
</context>
<context>
    <name>neuraxis::VolumePanel</name>
    <message>
        <source>3-D preset</source>
        <translation>3D-preset</translation>
    </message>
    <message>
        <source>Opacity shift</source>
        <translation>Verschuiving van de dekking</translation>
    </message>
    <message>
        <source>Or Shift+drag in the 3-D view</source>
        <translation>Of Shift+slepen in de 3D-weergave</translation>
    </message>
    <message>
        <source>Shaded</source>
        <translation>Met schaduw</translation>
    </message>
    <message>
        <source>Cut plane</source>
        <translation>Snijvlak</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>Axiaal</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>Coronaal</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>Sagittaal</translation>
    </message>
    <message>
        <source>Cut the other side</source>
        <translation>Snijd de andere kant weg</translation>
    </message>
    <message>
        <source>Box around the crosshair</source>
        <translation>Blok om de kruisdraad</translation>
    </message>
    <message>
        <source>Edge of the box</source>
        <translation>Ribbe van het blok</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Preset</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Dekking</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Snijvlak</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>Ribbe</translation>
    </message>
    <message>
        <source>Change the 3-D preset</source>
        <translation>Wijzig de 3D-preset</translation>
    </message>
    <message>
        <source>Shift the opacity</source>
        <translation>Verschuif de dekking</translation>
    </message>
    <message>
        <source>Change the shading</source>
        <translation>Wijzig de schaduw</translation>
    </message>
    <message>
        <source>Change the cut plane</source>
        <translation>Wijzig het snijvlak</translation>
    </message>
    <message>
        <source>Change the box</source>
        <translation>Wijzig het blok</translation>
    </message>
</context>
<context>
    <name>neuraxis::VolumeTable</name>
    <message>
        <source>Volumes of the series</source>
        <translation>Volumes van de reeks</translation>
    </message>
</context>
<context>
    <name>neuraxis::VolumeTableModel</name>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richting</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
</context>
<context>
    <name>projection</name>
    <message>
        <source>from the nearest voxel</source>
        <translation>uit de dichtstbijzijnde voxel</translation>
    </message>
    <message>
        <source>linearly between voxels</source>
        <translation>lineair tussen voxels</translation>
    </message>
    <message>
        <source>Sampled on the white surface, %1.</source>
        <translation>Bemonsterd op het wittestofoppervlak, %1.</translation>
    </message>
    <message>
        <source>Sampled on the pial surface, %1.</source>
        <translation>Bemonsterd op het piale oppervlak, %1.</translation>
    </message>
    <message>
        <source>Mean of %1 places from %2 to %3 % of the way from white to pial surface, sampled %4.</source>
        <translation>Gemiddelde van %1 plaatsen van %2 tot %3 % van de weg van wittestofoppervlak naar piaal oppervlak, bemonsterd %4.</translation>
    </message>
    <message>
        <source>Sampled halfway between white and pial surface, %1.</source>
        <translation>Bemonsterd halverwege tussen wittestofoppervlak en piaal oppervlak, %1.</translation>
    </message>
    <message>
        <source>Sampled at %1 % of the way from white to pial surface, %2.</source>
        <translation>Bemonsterd op %1 % van de weg van wittestofoppervlak naar piaal oppervlak, %2.</translation>
    </message>
</context>
<context>
    <name>regions</name>
    <message>
        <source>Motor</source>
        <translation>Motorisch</translation>
    </message>
    <message>
        <source>Premotor</source>
        <translation>Premotorisch</translation>
    </message>
    <message>
        <source>Sensory, for comparison</source>
        <translation>Sensorisch, ter vergelijking</translation>
    </message>
    <message>
        <source>Frontotemporal</source>
        <translation>Frontotemporaal</translation>
    </message>
</context>
<context>
    <name>scores</name>
    <message numerus="yes">
        <source>%n control(s)</source>
        <translation>
            <numerusform>%n controle</numerusform>
            <numerusform>%n controles</numerusform>
        </translation>
    </message>
    <message>
        <source> of %1 to %2 years</source>
        <translation> van %1 tot %2 jaar</translation>
    </message>
    <message>
        <source>z: the difference from the mean%1 of %2, divided by their standard deviation%3.</source>
        <translation>z: het verschil met het gemiddelde%1 van %2, gedeeld door hun standaardafwijking%3.</translation>
    </message>
    <message>
        <source>age and sex</source>
        <translation>leeftijd en geslacht</translation>
    </message>
    <message>
        <source>age</source>
        <translation>leeftijd</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>geslacht</translation>
    </message>
    <message>
        <source>the mean</source>
        <translation>het gemiddelde</translation>
    </message>
    <message>
        <source>w: the difference from what %1 of %2 would predict, divided by the standard deviation of their residuals%3.</source>
        <translation>w: het verschil met de voorspelling uit %1 van %2, gedeeld door de standaardafwijking van hun residuen%3.</translation>
    </message>
    <message>
        <source>Sex is not in the model: the controls are of one sex, or too few are of the other.</source>
        <translation>Geslacht staat niet in het model: de controles zijn van één geslacht, of te weinig van het andere.</translation>
    </message>
    <message>
        <source>Age is not in the model: the controls are all of one age.</source>
        <translation>Leeftijd staat niet in het model: de controles hebben allemaal dezelfde leeftijd.</translation>
    </message>
    <message>
        <source>Some regions have only %1 of them.</source>
        <translation>Sommige gebieden hebben er maar %1.</translation>
    </message>
</context>
<context>
    <name>study</name>
    <message>
        <source>%1 is a screen capture or may show text in its pixels, so it was not copied. Look at it, and allow captures if it names nobody.</source>
        <translation>%1 is een schermafdruk of toont mogelijk tekst in de pixels en is daarom niet gekopieerd. Bekijk het, en sta schermafdrukken toe als het niemand noemt.</translation>
    </message>
    <message>
        <source>%1 is no DICOM file, so it was not copied.</source>
        <translation>%1 is geen DICOM-bestand en is daarom niet gekopieerd.</translation>
    </message>
    <message>
        <source>%1 is the index of a DICOM disc, not an image; it was not copied.</source>
        <translation>%1 is de inhoudsopgave van een DICOM-schijf, geen beeld; het is niet gekopieerd.</translation>
    </message>
    <message>
        <source>%1 holds no files. Check the name.</source>
        <translation>%1 bevat geen bestanden. Controleer de naam.</translation>
    </message>
    <message>
        <source>The participant has no key for identifiers. Take the pseudonym from a key table.</source>
        <translation>De deelnemer heeft geen sleutel voor identificatienummers. Neem het pseudoniem uit een sleuteltabel.</translation>
    </message>
    <message>
        <source>A part of the person&apos;s name is in the pseudonym. Choose a pseudonym that names nobody.</source>
        <translation>Een deel van de naam van de persoon staat in het pseudoniem. Kies een pseudoniem dat niemand noemt.</translation>
    </message>
    <message>
        <source>The key table %1 can be read by others. Make it readable by you alone.</source>
        <translation>De sleuteltabel %1 is leesbaar voor anderen. Beperk de leesrechten tot de eigenaar.</translation>
    </message>
    <message>
        <source>Line %2 of the key table %1 is damaged. Take the table from a backup; without it dates and identifiers would differ.</source>
        <translation>Regel %2 van de sleuteltabel %1 is beschadigd. Haal de tabel uit een back-up; zonder die tabel zouden datums en identificatienummers anders worden.</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>een ander programma gebruikt het</translation>
    </message>
    <message>
        <source>its folder cannot be written to</source>
        <translation>in de map is niet te schrijven</translation>
    </message>
    <message>
        <source>These images are of a person who is in the key table as %1, not as %2. Import them under that pseudonym.</source>
        <translation>Deze beelden zijn van iemand die als %1 in de sleuteltabel staat, niet als %2. Importeer ze onder dat pseudoniem.</translation>
    </message>
    <message>
        <source>There is no room left on the disk for %1. Nothing of this was written; make room and try again.</source>
        <translation>Er is geen ruimte meer op de schijf voor %1. Hiervan is niets geschreven; maak ruimte vrij en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The disk of %1 reports an error (%2). Nothing of this was written; check the disk, then try again.</source>
        <translation>De schijf van %1 meldt een fout (%2). Hiervan is niets geschreven; controleer de schijf en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>%1 can only be read from here, so nothing was changed. Ask for the right to write, or work in a copy.</source>
        <translation>%1 is hier alleen te lezen, dus er is niets gewijzigd. Vraag schrijfrechten aan, of werk in een kopie.</translation>
    </message>
    <message>
        <source>Another program is writing to %1. Try again when it is done.</source>
        <translation>Een ander programma schrijft in %1. Probeer het opnieuw als dat klaar is.</translation>
    </message>
    <message>
        <source>%1 is damaged or is no study (%2). Open a copy that was kept of it.</source>
        <translation>%1 is beschadigd of is geen studie (%2). Open een bewaarde kopie ervan.</translation>
    </message>
    <message>
        <source>The server of %1 cannot be reached (%2). Check the network, and whether the server runs.</source>
        <translation>De server van %1 is niet te bereiken (%2). Controleer het netwerk, en of de server draait.</translation>
    </message>
    <message>
        <source>The database of %1 answers: %2. Nothing of this was written.</source>
        <translation>De database van %1 antwoordt: %2. Hiervan is niets geschreven.</translation>
    </message>
    <message>
        <source>Qt&apos;s driver %1 is missing. Install the package %2.</source>
        <translation>Het stuurprogramma %1 van Qt ontbreekt. Installeer het pakket %2.</translation>
    </message>
    <message>
        <source>The address of %1 asks for sslmode=%2. Use one of: %3.</source>
        <translation>Het adres van %1 vraagt om sslmode=%2. Gebruik een van: %3.</translation>
    </message>
    <message>
        <source>The table %1 cannot be read. Check that it is there and that you may open it.</source>
        <translation>De tabel %1 is niet te lezen. Controleer of die er is, en de toegangsrechten.</translation>
    </message>
    <message>
        <source>%1 is too large for a table.</source>
        <translation>%1 is te groot voor een tabel.</translation>
    </message>
    <message>
        <source>%1 is no table of text. Save it as CSV or TSV.</source>
        <translation>%1 is geen teksttabel. Bewaar het als CSV of TSV.</translation>
    </message>
    <message>
        <source>The table %1 is empty. Its first row is to name its columns.</source>
        <translation>De tabel %1 is leeg. De eerste rij moet de kolommen noemen.</translation>
    </message>
    <message>
        <source>The table %1 has two columns named %2. Rename one of them.</source>
        <translation>De tabel %1 heeft twee kolommen die %2 heten. Hernoem er een.</translation>
    </message>
    <message numerus="yes">
        <source>%1 holds images of %n people, not of %2 alone; nothing of it was taken. Add each one&apos;s folder.</source>
        <translation>
            <numerusform>%1 bevat beelden van %n persoon, niet van %2 alleen; er is niets van overgenomen. Voeg de map van ieder apart toe.</numerusform>
            <numerusform>%1 bevat beelden van %n personen, niet van %2 alleen; er is niets van overgenomen. Voeg de map van ieder apart toe.</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder %1 holds images of several people together; they were not taken. Give each a folder named by their pseudonym.</source>
        <translation>De map %1 bevat beelden van meer personen door elkaar; ze zijn niet overgenomen. Geef ieder een map met het pseudoniem als naam.</translation>
    </message>
    <message>
        <source>Whose images %1 holds is not known; they were not taken. Give the participant.</source>
        <translation>Van wie de beelden in %1 zijn, is niet bekend; ze zijn niet overgenomen. Geef de deelnemer op.</translation>
    </message>
    <message>
        <source>A folder bears the name of the person who was scanned; it was not taken. Give a participant&apos;s pseudonym when you add it.</source>
        <translation>Een map draagt de naam van wie er gescand is; die is niet overgenomen. Geef bij het toevoegen het pseudoniem van een deelnemer op.</translation>
    </message>
    <message numerus="yes">
        <source>The images of participant %1 are of %n days, not of visit %2 alone; they were not taken. Add each visit&apos;s folder.</source>
        <translation>
            <numerusform>De beelden van deelnemer %1 zijn van %n dag, niet van bezoek %2 alleen; ze zijn niet overgenomen. Voeg de map van elk bezoek apart toe.</numerusform>
            <numerusform>De beelden van deelnemer %1 zijn van %n dagen, niet van bezoek %2 alleen; ze zijn niet overgenomen. Voeg de map van elk bezoek apart toe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series of participant %1 tell no date. Their visit has none from them.</source>
        <translation>
            <numerusform>%n reeks van deelnemer %1 noemt geen datum. Het bezoek krijgt er geen van.</numerusform>
            <numerusform>%n reeksen van deelnemer %1 noemen geen datum. Het bezoek krijgt er geen van.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) in %1 are left out: their names are not in UTF-8. Rename them.</source>
        <translation>
            <numerusform>%n bestand of map in %1 is weggelaten: de naam is niet in UTF-8. Hernoem het.</numerusform>
            <numerusform>%n bestanden of mappen in %1 zijn weggelaten: hun namen zijn niet in UTF-8. Hernoem ze.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1 are left out: they are links to nothing, the first of them %2. Fetch what they stand for.</source>
        <translation>
            <numerusform>%n bestand in %1 is weggelaten: het is een koppeling naar niets, %2. Haal op waar het voor staat.</numerusform>
            <numerusform>%n bestanden in %1 zijn weggelaten: het zijn koppelingen naar niets, de eerste is %2. Haal op waar ze voor staan.</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder %1 cannot be read. Check that you may open it.</source>
        <translation>De map %1 is niet te lezen. Controleer de toegangsrechten.</translation>
    </message>
    <message>
        <source>FreeSurfer did not finish with %1. It was taken; look at its log.</source>
        <translation>FreeSurfer heeft %1 niet afgemaakt. Het is overgenomen; bekijk het logbestand.</translation>
    </message>
    <message>
        <source>%1: there is no pseudonym. Give one.</source>
        <translation>%1: er is geen pseudoniem. Geef er een op.</translation>
    </message>
    <message>
        <source>Participant %1 has two sexes: %2 in the study, %3 here. Nothing of it was taken; these may be two people with one pseudonym.</source>
        <translation>Deelnemer %1 heeft twee geslachten: %2 in de studie, %3 hier. Er is niets van overgenomen; dit kunnen twee personen met één pseudoniem zijn.</translation>
    </message>
    <message>
        <source>Participant %1 has another year of birth here than in the study. Nothing of it was taken; these may be two people with one pseudonym.</source>
        <translation>Deelnemer %1 heeft hier een ander geboortejaar dan in de studie. Er is niets van overgenomen; dit kunnen twee personen met één pseudoniem zijn.</translation>
    </message>
    <message>
        <source>Participant %1: the onset lies before the birth. Nothing of it was taken; correct the dates.</source>
        <translation>Deelnemer %1: het ziektebegin ligt vóór de geboorte. Er is niets van overgenomen; verbeter de datums.</translation>
    </message>
    <message>
        <source>Participant %1: a visit has neither a label nor a date. It was not taken.</source>
        <translation>Deelnemer %1: een bezoek heeft geen label en geen datum. Het is niet overgenomen.</translation>
    </message>
    <message>
        <source>Participant %1: visit %2 has another date here (%3) than in the study (%4). It was not taken.</source>
        <translation>Deelnemer %1: bezoek %2 heeft hier een andere datum (%3) dan in de studie (%4). Het is niet overgenomen.</translation>
    </message>
    <message>
        <source>Participant %1: the visit of %2 lies before the birth. It was not taken.</source>
        <translation>Deelnemer %1: het bezoek van %2 ligt vóór de geboorte. Het is niet overgenomen.</translation>
    </message>
    <message>
        <source>The series %1 of participant %2 is in the study already, of participant %3. It was not taken.</source>
        <translation>De reeks %1 van deelnemer %2 staat al in de studie, bij deelnemer %3. Die is niet overgenomen.</translation>
    </message>
    <message>
        <source>Participant %1: %2 has another date here (%3) than before (%4). It was not taken.</source>
        <translation>Deelnemer %1: %2 heeft hier een andere datum (%3) dan eerder (%4). Het is niet overgenomen.</translation>
    </message>
    <message>
        <source>Participant %1: %2 on %3 lies before the birth. It was not taken.</source>
        <translation>Deelnemer %1: %2 op %3 ligt vóór de geboorte. Het is niet overgenomen.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) name no visit, but their participants have several; they were not taken. The first of them: %1.</source>
        <translation>
            <numerusform>%n bestand of map noemt geen bezoek, maar de deelnemer heeft er meer; het is niet overgenomen: %1.</numerusform>
            <numerusform>%n bestanden of mappen noemen geen bezoek, maar hun deelnemers hebben er meer; ze zijn niet overgenomen. De eerste: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 does not exist. Check the name.</source>
        <translation>%1 bestaat niet. Controleer de naam.</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) have no column of participants and were not taken, the first of them %1. Add a table by itself to say what its columns mean.</source>
        <translation>
            <numerusform>%n tabel heeft geen kolom met deelnemers en is niet overgenomen: %1. Voeg een tabel apart toe om te zeggen wat de kolommen betekenen.</numerusform>
            <numerusform>%n tabellen hebben geen kolom met deelnemers en zijn niet overgenomen; de eerste is %1. Voeg een tabel apart toe om te zeggen wat de kolommen betekenen.</numerusform>
        </translation>
    </message>
    <message>
        <source>In the folder %1 there is nothing that a study can take. Choose the folder that holds the data.</source>
        <translation>In de map %1 is niets wat een studie kan overnemen. Kies de map met de data.</translation>
    </message>
    <message>
        <source>The server cannot be reached, and the journal of changes on this machine cannot be written (%1). The change is not kept; make room in your data folder and try again.</source>
        <translation>De server is niet te bereiken, en het journaal van wijzigingen op deze computer is niet te schrijven (%1). De wijziging is niet bewaard; maak ruimte vrij in de eigen datamap en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>another program holds it</source>
        <translation>een ander programma houdt het bezet</translation>
    </message>
    <message>
        <source>%1 is a database of something else than a study. Choose another one.</source>
        <translation>%1 is een database van iets anders dan een studie. Kies een andere.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Neuraxis (its tables have version %2, this program knows %3). Open it with that version; nothing was changed.</source>
        <translation>%1 is geschreven door een nieuwere versie van Neuraxis (de tabellen hebben versie %2, dit programma kent %3). Open het met die versie; er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>The copy of %1 that is kept before it is brought up to date cannot be written. Nothing was changed; check its folder.</source>
        <translation>De kopie van %1 die vóór het bijwerken wordt bewaard, is niet te schrijven. Er is niets gewijzigd; controleer de map.</translation>
    </message>
    <message>
        <source>%1 was changed to another version meanwhile. Open it again.</source>
        <translation>%1 is intussen naar een andere versie gebracht. Open het opnieuw.</translation>
    </message>
    <message>
        <source>%1 holds no study. Choose another one, or make a study there.</source>
        <translation>%1 bevat geen studie. Kies een andere, of maak daar een studie.</translation>
    </message>
    <message>
        <source>%1 can only be read, so no study can be made there.</source>
        <translation>%1 is alleen te lezen, dus daar is geen studie te maken.</translation>
    </message>
    <message>
        <source>%1 is of an earlier version and has to be brought up to date, but can only be read. Open it once where it can be written, or work in a copy.</source>
        <translation>%1 is van een oudere versie en moet worden bijgewerkt, maar is alleen te lezen. Open het één keer waar schrijven kan, of werk in een kopie.</translation>
    </message>
    <message>
        <source>%1, template %2: its kind is to be one of %3.</source>
        <translation>%1, sjabloon %2: kind moet een van %3 zijn.</translation>
    </message>
    <message>
        <source>%1, template %2: it needs a kind, a format and a pattern.</source>
        <translation>%1, sjabloon %2: kind, format en pattern zijn nodig.</translation>
    </message>
    <message>
        <source>%1, template %2: brackets and braces of its pattern do not close.</source>
        <translation>%1, sjabloon %2: haken en accolades in pattern sluiten niet.</translation>
    </message>
    <message>
        <source>%1, template %2: its pattern names no {participant}.</source>
        <translation>%1, sjabloon %2: pattern noemt geen {participant}.</translation>
    </message>
    <message>
        <source>The path template %1 means nothing. Check its brackets and braces.</source>
        <translation>Het padsjabloon %1 betekent niets. Controleer de haken en accolades.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check that it is there and that you may open it.</source>
        <translation>%1 is niet te lezen. Controleer of het er is, en de toegangsrechten.</translation>
    </message>
    <message>
        <source>%1 is no valid JSON from its character %2 on: %3.</source>
        <translation>%1 is geen geldige JSON vanaf teken %2: %3.</translation>
    </message>
    <message>
        <source>%1 holds no path templates. Each needs a kind, a format and a pattern.</source>
        <translation>%1 bevat geen padsjablonen. Elk heeft kind, format en pattern nodig.</translation>
    </message>
    <message>
        <source>The file is damaged: %1. Open a copy that was kept of it.</source>
        <translation>Het bestand is beschadigd: %1. Open een bewaarde kopie ervan.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of the table %1 belong to nothing.</source>
        <translation>
            <numerusform>%n record van de tabel %1 hoort nergens bij.</numerusform>
            <numerusform>%n records van de tabel %1 horen nergens bij.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of the table %1 are not in the log of changes.</source>
        <translation>
            <numerusform>%n record van de tabel %1 staat niet in het logboek van wijzigingen.</numerusform>
            <numerusform>%n records van de tabel %1 staan niet in het logboek van wijzigingen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n row(s), from row %2 on, name no participant (sub-...) in their file. Give the participant when you add the table.</source>
        <translation>
            <numerusform>%1: %n rij, rij %2, noemt geen deelnemer (sub-...) in het bestand. Geef de deelnemer op bij het toevoegen van de tabel.</numerusform>
            <numerusform>%1: %n rijen, vanaf rij %2, noemen geen deelnemer (sub-...) in hun bestand. Geef de deelnemer op bij het toevoegen van de tabel.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is another study at %1 now. Open it again.</source>
        <translation>Op %1 staat nu een andere studie. Open die opnieuw.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) made while the server could not be reached were refused and set aside: %1</source>
        <translation>
            <numerusform>%n wijziging van toen de server niet te bereiken was, is geweigerd en apart gezet: %1</numerusform>
            <numerusform>%n wijzigingen van toen de server niet te bereiken was, zijn geweigerd en apart gezet: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Your changes are kept on this machine and written when it is there again.</source>
        <translation>%1 De wijzigingen blijven op deze computer bewaard en worden geschreven als de server er weer is.</translation>
    </message>
    <message>
        <source>This is no address of a study on a server. Write it as postgresql://user@host/database.</source>
        <translation>Dit is geen adres van een studie op een server. Schrijf het als postgresql://user@host/database.</translation>
    </message>
    <message>
        <source>%1 is a folder. Name the file of a study.</source>
        <translation>%1 is een map. Noem het bestand van een studie.</translation>
    </message>
    <message>
        <source>The study %1 does not exist. Check its name, or make it.</source>
        <translation>De studie %1 bestaat niet. Controleer de naam, of maak die studie.</translation>
    </message>
    <message>
        <source>The folder for %1 does not exist. Make it, or choose another.</source>
        <translation>De map voor %1 bestaat niet. Maak die, of kies een andere.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Choose another place.</source>
        <translation>De map %1 is niet te maken. Kies een andere plaats.</translation>
    </message>
    <message>
        <source>The table %1 has no column of participants. Give that column the meaning &quot;participant&quot; in the table&apos;s mapping.</source>
        <translation>De tabel %1 heeft geen kolom met deelnemers. Geef die kolom de betekenis &quot;participant&quot; in de mapping van de tabel.</translation>
    </message>
    <message>
        <source>%1, row %2: %3</source>
        <translation>%1, rij %2: %3</translation>
    </message>
    <message>
        <source>there are %1 cells for %2 columns. The row was left out.</source>
        <translation>er zijn %1 cellen voor %2 kolommen. De rij is weggelaten.</translation>
    </message>
    <message>
        <source>it repeats row %1. It was left out.</source>
        <translation>deze herhaalt rij %1. De rij is weggelaten.</translation>
    </message>
    <message>
        <source>it names no participant. It was left out.</source>
        <translation>deze noemt geen deelnemer. De rij is weggelaten.</translation>
    </message>
    <message>
        <source>%1 on %2 lies before the birth. The row was left out.</source>
        <translation>%1 op %2 ligt vóór de geboorte. De rij is weggelaten.</translation>
    </message>
    <message>
        <source>the visit</source>
        <translation>het bezoek</translation>
    </message>
    <message>
        <source>the onset</source>
        <translation>het ziektebegin</translation>
    </message>
    <message>
        <source>the ALSFRS-R total is %1, but its items add up to %2. The items were taken.</source>
        <translation>het ALSFRS-R-totaal is %1, maar de items tellen op tot %2. De items zijn overgenomen.</translation>
    </message>
    <message>
        <source>participant %1 has another sex than in %2. The row was left out; these may be two people with one pseudonym.</source>
        <translation>deelnemer %1 heeft een ander geslacht dan in %2. De rij is weggelaten; dit kunnen twee personen met één pseudoniem zijn.</translation>
    </message>
    <message>
        <source>participant %1 has another year of birth than in %2. The row was left out; these may be two people with one pseudonym.</source>
        <translation>deelnemer %1 heeft een ander geboortejaar dan in %2. De rij is weggelaten; dit kunnen twee personen met één pseudoniem zijn.</translation>
    </message>
    <message>
        <source>visit %1 of participant %2 has another date than in %3. The row was left out.</source>
        <translation>bezoek %1 van deelnemer %2 heeft een andere datum dan in %3. De rij is weggelaten.</translation>
    </message>
    <message>
        <source>participant %1 stands in row %2 already. The row was left out.</source>
        <translation>deelnemer %1 staat al in rij %2. De rij is weggelaten.</translation>
    </message>
    <message>
        <source>this visit of participant %1 stands in row %2 already, with other values. The row was left out.</source>
        <translation>dit bezoek van deelnemer %1 staat al in rij %2, met andere waarden. De rij is weggelaten.</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1, rij %2</translation>
    </message>
    <message>
        <source>it has scores, but neither a visit nor a date. It was left out.</source>
        <translation>deze heeft scores, maar geen bezoek en geen datum. De rij is weggelaten.</translation>
    </message>
    <message>
        <source>visit %1 has no date. It was taken without one.</source>
        <translation>bezoek %1 heeft geen datum. Het is zonder datum overgenomen.</translation>
    </message>
    <message>
        <source>named like &quot;%1&quot;, but its values do not look so</source>
        <translation>heet als &quot;%1&quot;, maar de waarden zien er niet zo uit</translation>
    </message>
    <message>
        <source>The mapping %1 cannot be written: %2. Say where to write it.</source>
        <translation>De mapping %1 is niet te schrijven: %2. Geef op waar die moet komen.</translation>
    </message>
    <message>
        <source>The mapping %1 is to have the columns column, meaning and note. Correct it, or remove it to have it guessed again.</source>
        <translation>De mapping %1 moet de kolommen column, meaning en note hebben. Verbeter die, of verwijder die om opnieuw te laten raden.</translation>
    </message>
    <message>
        <source>The table %1 has no column %2, which row %3 of its mapping names. Correct the mapping, or remove it to have it guessed again.</source>
        <translation>De tabel %1 heeft geen kolom %2, die rij %3 van de mapping noemt. Verbeter de mapping, of verwijder die om opnieuw te laten raden.</translation>
    </message>
    <message>
        <source>Row %1 of the mapping %2: &quot;%3&quot; is no meaning of a column. There are: %4.</source>
        <translation>Rij %1 van de mapping %2: &quot;%3&quot; is geen betekenis van een kolom. Wel: %4.</translation>
    </message>
    <message>
        <source>participant %1</source>
        <translation>deelnemer %1</translation>
    </message>
    <message>
        <source>visit %1</source>
        <translation>bezoek %1</translation>
    </message>
    <message>
        <source>item %1</source>
        <translation>item %1</translation>
    </message>
    <message>
        <source>event %1</source>
        <translation>gebeurtenis %1</translation>
    </message>
    <message>
        <source>transform %1</source>
        <translation>transformatie %1</translation>
    </message>
    <message>
        <source>annotation %1</source>
        <translation>annotatie %1</translation>
    </message>
    <message>
        <source>rating %1</source>
        <translation>beoordeling %1</translation>
    </message>
    <message>
        <source>setting %1</source>
        <translation>instelling %1</translation>
    </message>
    <message>
        <source>Participant %1 has a %2 already. Give the other visit a label of its own; nothing was written.</source>
        <translation>Deelnemer %1 heeft al een %2. Geef het andere bezoek een eigen label; er is niets geschreven.</translation>
    </message>
    <message>
        <source>The study has a %1 already. Give the other one a pseudonym of its own; nothing was written.</source>
        <translation>De studie heeft al een %1. Geef de andere een eigen pseudoniem; er is niets geschreven.</translation>
    </message>
    <message>
        <source>Other records belong to %1. Take those out before; nothing was written.</source>
        <translation>Bij %1 horen andere records. Verwijder die eerst; er is niets geschreven.</translation>
    </message>
    <message>
        <source>What %1 belongs to is not in the study. Bring that in before; nothing was written.</source>
        <translation>Waar %1 bij hoort, staat niet in de studie. Breng dat eerst in; er is niets geschreven.</translation>
    </message>
    <message>
        <source>A record of the table %1 that is to be changed (%2) is not in the study; somebody may have taken it out. Nothing was written.</source>
        <translation>Een te wijzigen record van de tabel %1 (%2) staat niet in de studie; mogelijk heeft iemand het verwijderd. Er is niets geschreven.</translation>
    </message>
    <message>
        <source>A value for the table %1 holds a character that is no text (0). Correct where it came from; nothing was written.</source>
        <translation>Een waarde voor de tabel %1 bevat een teken dat geen tekst is (0). Verbeter de bron ervan; er is niets geschreven.</translation>
    </message>
    <message>
        <source>A change is of a table &quot;%1&quot;, which studies do not have. It was not written; a newer version of Neuraxis may know it.</source>
        <translation>Een wijziging hoort bij een tabel &quot;%1&quot;, die studies niet hebben. Die is niet geschreven; een nieuwere versie van Neuraxis kent die misschien.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of a study stays as it is. It was not changed.</source>
        <translation>&quot;%1&quot; van een studie blijft zoals het is. Het is niet gewijzigd.</translation>
    </message>
    <message>
        <source>A change of the table %1 says not what it changes. It was not written.</source>
        <translation>Een wijziging van de tabel %1 zegt niet wat er wijzigt. Die is niet geschreven.</translation>
    </message>
    <message>
        <source>A change is of a column &quot;%1&quot;, which the table %2 of studies does not have. It was not written; a newer version of Neuraxis may know it.</source>
        <translation>Een wijziging hoort bij een kolom &quot;%1&quot;, die de tabel %2 van studies niet heeft. Die is niet geschreven; een nieuwere versie van Neuraxis kent die misschien.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number, which the column %2 of the table %3 holds. Correct it; nothing was written.</source>
        <translation>&quot;%1&quot; is geen getal, zoals kolom %2 van de tabel %3 bevat. Verbeter het; er is niets geschreven.</translation>
    </message>
    <message>
        <source>A pseudonym and a visit&apos;s label have 1 to 64 characters, without /, \, ^ and =. Choose others.</source>
        <translation>Een pseudoniem en het label van een bezoek hebben 1 tot 64 tekens, zonder /, \, ^ en =. Kies andere.</translation>
    </message>
    <message>
        <source>%1 and %2 cannot both be written as BIDS has names, with letters and digits only. Export them one after the other.</source>
        <translation>%1 en %2 zijn niet allebei te schrijven zoals BIDS namen heeft, met alleen letters en cijfers. Exporteer ze na elkaar.</translation>
    </message>
    <message>
        <source>The folder %1 has other things in it. Choose an empty folder for the export.</source>
        <translation>In de map %1 staan andere dingen. Kies een lege map voor de export.</translation>
    </message>
    <message>
        <source>The key table %1 cannot be written (%2). Nothing was copied or taken in.</source>
        <translation>De sleuteltabel %1 kan niet worden geschreven (%2). Er is niets gekopieerd of opgenomen.</translation>
    </message>
    <message>
        <source>Participant %1: %2 is in the study already, from another data set and with other contents. Nothing of this participant was taken; these may be two people with one pseudonym. If it is one, take the older data set away first.</source>
        <translation>Deelnemer %1: %2 staat al in de studie, uit een andere dataset en met andere inhoud. Van deze deelnemer is niets opgenomen; dit kunnen twee mensen met één pseudoniem zijn. Is het er één, haal dan eerst de oudere dataset weg.</translation>
    </message>
    <message>
        <source>%1 names no subject. CATO&apos;s files are named SUBJECT_connectivity_METHOD_TEMPLATE.mat and SUBJECT_fibers_METHOD.trk.</source>
        <translation>%1 noemt geen proefpersoon. Bestanden van CATO heten SUBJECT_connectivity_METHOD_TEMPLATE.mat en SUBJECT_fibers_METHOD.trk.</translation>
    </message>
    <message>
        <source>%1 has the decimal point of &quot;%2&quot; where the column has decimal commas; write all numbers alike.</source>
        <translation>%1 heeft de decimale punt van &quot;%2&quot; waar de kolom decimale komma&apos;s heeft; schrijf alle getallen gelijk.</translation>
    </message>
    <message>
        <source>%1 has the decimal comma of &quot;%2&quot; where the column has decimal points; write all numbers alike.</source>
        <translation>%1 heeft de decimale komma van &quot;%2&quot; waar de kolom decimale punten heeft; schrijf alle getallen gelijk.</translation>
    </message>
    <message>
        <source>&quot;%2&quot; in %1 is no number.</source>
        <translation>&quot;%2&quot; in %1 is geen getal.</translation>
    </message>
    <message>
        <source>&quot;%2&quot; in %1 is no date like %3.</source>
        <translation>&quot;%2&quot; in %1 is geen datum als %3.</translation>
    </message>
    <message>
        <source>%1 is no date of birth.</source>
        <translation>%1 is geen geboortedatum.</translation>
    </message>
    <message>
        <source>%1 is no year of birth.</source>
        <translation>%1 is geen geboortejaar.</translation>
    </message>
    <message>
        <source>%1 is no age in years.</source>
        <translation>%1 is geen leeftijd in jaren.</translation>
    </message>
    <message>
        <source>%1 in %2 is no score from 0 to %3.</source>
        <translation>%1 in %2 is geen score van 0 tot %3.</translation>
    </message>
    <message>
        <source>%1 The row was left out.</source>
        <translation>%1 De rij is weggelaten.</translation>
    </message>
    <message>
        <source>%1 This score was left out, the rest of the row was taken.</source>
        <translation>%1 Deze score is weggelaten, de rest van de rij is opgenomen.</translation>
    </message>
    <message>
        <source>%1 on %2 lies more than 120 years after the birth. The row was left out.</source>
        <translation>%1 op %2 ligt meer dan 120 jaar na de geboorte. De rij is weggelaten.</translation>
    </message>
    <message>
        <source>%1 on %2 lies in the future. The row was left out.</source>
        <translation>%1 op %2 ligt in de toekomst. De rij is weggelaten.</translation>
    </message>
    <message>
        <source>%1 on %2 lies after the death. The row was left out.</source>
        <translation>%1 op %2 ligt na het overlijden. De rij is weggelaten.</translation>
    </message>
    <message>
        <source>the age is %1, but by the year of birth %2 at the visit. The row was left out.</source>
        <translation>de leeftijd is %1, maar volgens het geboortejaar %2 bij het bezoek. De rij is weggelaten.</translation>
    </message>
    <message>
        <source>may tell who somebody is</source>
        <translation>kan zeggen wie iemand is</translation>
    </message>
    <message>
        <source>Participant&apos;s pseudonym</source>
        <translation>Pseudoniem van de deelnemer</translation>
    </message>
    <message>
        <source>Visit&apos;s label</source>
        <translation>Label van het bezoek</translation>
    </message>
    <message>
        <source>Date of the visit</source>
        <translation>Datum van het bezoek</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geslacht</translation>
    </message>
    <message>
        <source>Date of birth (month and year are kept)</source>
        <translation>Geboortedatum (maand en jaar blijven)</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>Geboortejaar</translation>
    </message>
    <message>
        <source>Age in years at the visit</source>
        <translation>Leeftijd in jaren bij het bezoek</translation>
    </message>
    <message>
        <source>Genotype</source>
        <translation>Genotype</translation>
    </message>
    <message>
        <source>Site of onset</source>
        <translation>Plaats van ziektebegin</translation>
    </message>
    <message>
        <source>Date of onset</source>
        <translation>Datum van ziektebegin</translation>
    </message>
    <message>
        <source>ALSFRS-R total</source>
        <translation>ALSFRS-R-totaal</translation>
    </message>
    <message>
        <source>Start of NIV</source>
        <translation>Begin van NIV</translation>
    </message>
    <message>
        <source>Date of PEG</source>
        <translation>Datum van PEG</translation>
    </message>
    <message>
        <source>Date of tracheostomy</source>
        <translation>Datum van tracheostomie</translation>
    </message>
    <message>
        <source>Date of death</source>
        <translation>Datum van overlijden</translation>
    </message>
    <message>
        <source>Quality of the visit</source>
        <translation>Kwaliteit van het bezoek</translation>
    </message>
    <message>
        <source>Kept with the participant, by its name</source>
        <translation>Bij de deelnemer bewaard, onder zijn naam</translation>
    </message>
    <message>
        <source>Kept with the visit, by its name</source>
        <translation>Bij het bezoek bewaard, onder zijn naam</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelaten</translation>
    </message>
    <message>
        <source>%1 and %2 are both &quot;%3&quot;. Only one column can be.</source>
        <translation>%1 en %2 zijn allebei &quot;%3&quot;. Dat kan maar één kolom zijn.</translation>
    </message>
    <message>
        <source>One column must name the participants by their pseudonyms.</source>
        <translation>Eén kolom moet de deelnemers met hun pseudoniem noemen.</translation>
    </message>
    <message>
        <source>The key table %1 was changed by somebody else meanwhile. Nothing was taken in; do it again.</source>
        <translation>De sleuteltabel %1 is intussen door iemand anders veranderd. Er is niets opgenomen; doe het opnieuw.</translation>
    </message>
    <message numerus="yes">
        <source>Participant %1: visit %2 was %n day(s) from what the study has. The rest of it was taken, the study&apos;s date stays.</source>
        <translation>
            <numerusform>Deelnemer %1: bezoek %2 lag %n dag van wat de studie heeft. De rest ervan is opgenomen, de datum van de studie blijft.</numerusform>
            <numerusform>Deelnemer %1: bezoek %2 lag %n dagen van wat de studie heeft. De rest ervan is opgenomen, de datum van de studie blijft.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the dates in the column %2 were left out, because nothing says what they are and the study&apos;s dates are shifted. Give the column a meaning, or leave it out, in the table&apos;s mapping.</source>
        <translation>%1: de datums in de kolom %2 zijn weggelaten, omdat niets zegt wat ze zijn en de datums van de studie verschoven zijn. Geef de kolom in de uitleg bij de tabel een betekenis, of laat hem weg.</translation>
    </message>
    <message numerus="yes">
        <source>The dates of %n row(s) were shifted as those of the pseudonymised copies.</source>
        <translation>
            <numerusform>De datums van %n rij zijn verschoven zoals die van de gepseudonimiseerde kopieën.</numerusform>
            <numerusform>De datums van %n rijen zijn verschoven zoals die van de gepseudonimiseerde kopieën.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Participant %1: visit %2 was %n day(s) from what the study had. It was taken, and has the day of its images now.</source>
        <translation>
            <numerusform>Deelnemer %1: bezoek %2 lag %n dag van wat de studie had. Het is opgenomen en heeft nu de dag van zijn beelden.</numerusform>
            <numerusform>Deelnemer %1: bezoek %2 lag %n dagen van wat de studie had. Het is opgenomen en heeft nu de dag van zijn beelden.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: only its regions were taken, not %2: no column is named like one of participants. Name that column participant_id.</source>
        <translation>%1: alleen de gebieden zijn overgenomen, niet %2: geen kolom heet als die van de deelnemers. Noem die kolom participant_id.</translation>
    </message>
    <message>
        <source>%1, row %2: %3 stands in row %4 already. The row was left out.</source>
        <translation>%1, rij %2: %3 staat al in rij %4. De rij is weggelaten.</translation>
    </message>
    <message>
        <source>%1, row %2: there are %3 cells for %4 columns. Only its regions were taken.</source>
        <translation>%1, rij %2: er zijn %3 cellen voor %4 kolommen. Alleen de gebieden zijn overgenomen.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n row(s), from row %2 on, name no participant. They were left out.</source>
        <translation>
            <numerusform>%1: %n rij, rij %2, noemt geen deelnemer. Die is weggelaten.</numerusform>
            <numerusform>%1: %n rijen, vanaf rij %2, noemen geen deelnemer. Ze zijn weggelaten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n row(s), from row %2 on, have next to no measures of regions, which were left out.</source>
        <translation>
            <numerusform>%1: %n rij, rij %2, heeft bijna geen maten van gebieden, en die zijn weggelaten.</numerusform>
            <numerusform>%1: %n rijen, vanaf rij %2, hebben bijna geen maten van gebieden, en die zijn weggelaten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the tables of its left and right side are of two subjects. They were not used; run FreeSurfer&apos;s last steps again.</source>
        <translation>%1: de tabellen van de linker- en de rechterkant zijn van twee proefpersonen. Ze zijn niet gebruikt; voer de laatste stappen van FreeSurfer opnieuw uit.</translation>
    </message>
    <message numerus="yes">
        <source>The tables in %n FreeSurfer folder(s) are of a subject of another name than the folder, the first of them %1. They were used; make sure whose they are.</source>
        <translation>
            <numerusform>De tabellen in %n FreeSurfer-map zijn van een proefpersoon met een andere naam dan de map: %1. Ze zijn gebruikt; ga na van wie ze zijn.</numerusform>
            <numerusform>De tabellen in %n FreeSurfer-mappen zijn van een proefpersoon met een andere naam dan de map, de eerste daarvan %1. Ze zijn gebruikt; ga na van wie ze zijn.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) that the study knows are no longer in their tables, the first of them %1. Add the tables again.</source>
        <translation>
            <numerusform>%n rij die de studie kent, staat niet meer in de tabel: %1. Voeg de tabel opnieuw toe.</numerusform>
            <numerusform>%n rijen die de studie kent, staan niet meer in hun tabellen; de eerste is %1. Voeg de tabellen opnieuw toe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) were measured in FreeSurfer&apos;s longitudinal stream and the others were not. These differ in more than the people; compare like with like.</source>
        <translation>
            <numerusform>%n bezoek is gemeten met de longitudinale verwerking van FreeSurfer en de andere niet. Die verschillen in meer dan de personen; vergelijk alleen wat op dezelfde manier is gemeten.</numerusform>
            <numerusform>%n bezoeken zijn gemeten met de longitudinale verwerking van FreeSurfer en de andere niet. Die verschillen in meer dan de personen; vergelijk alleen wat op dezelfde manier is gemeten.</numerusform>
        </translation>
    </message>
</context>
</TS>

"""Which given names are short or fond forms of each other, and which given names are also ordinary words."""

from __future__ import annotations

from functools import cache

_FORMS = """
abigail abby abbie gail|abraham abe bram|adam ad|adelaide addie|adrian ade|agnes aggie nessa|albert al bert
bertie|alexander alexandra alexandre alejandro alejandra alex al alec sandy sandra sasha xander lex ali lexi aleks
aleksandr oleksandr olek|alfred alf alfie fred|alice ally allie ali elise alicia|alison allison ali ally|amanda mandy
mandi|amelia millie amy|andrew andreas andrea andrei andy drew dru|angela angie ange|ann anne anna annie annette nan
nancy hannah anya ania|anthony antonio tony ant toni|antonia toni|arthur art artie|augustus august gus|barbara barb
babs barbie|bartholomew bart|beatrice beatrix bea trixie bee|benjamin ben benny benji|bernadette bernie|bernard
bernie|bradley brad|bridget biddy bridie brigid|brian bryan bri|calvin cal|cameron cam|camilla millie cam|caroline
carolyn carol carrie caro lina|cassandra cass cassie sandra|catherine katherine kathryn catharine katharine kate kathy
cathy katie kat cat kay kitty katya kath cath trina katarzyna kasia caitlin|cecilia cecily celia cec|charles carlos
charlie chuck chas chaz karl carl|charlotte charlie lottie char|christina christine kristina kristine chris tina
christie chrissie kris kirsty|christopher chris kit topher kris christoph|clarence clancy|claudia claude|clifford
cliff|clinton clint|cornelius neil con|cynthia cindy|daniel danielle dan danny dani|david dave davey davie dai|deborah
debra deb debbie debs|deirdre dee|dennis denis den denny|derek del|desmond des|diana diane di|dominic dom nic|donald
don donnie|donovan don|dorothy dot dottie dolly|douglas doug dougie|duncan dunc|edmund ed eddie ned|edward ed eddie
ted teddy ned eduardo|edwin ed eddie|eileen aileen|elaine lainie|eleanor elinor ellie nell nora ella lena|elizabeth
elisabeth liz lizzie beth betty betsy bess eliza elsie libby lisa elspeth bette lisbeth ellie elise liza|ellen nell
ellie helen|emily em emmy millie|emma em emmy|emmanuel manny manuel emanuel|erica erika ricki|eric erik rick|ernest
ernie|esther essie hester|eugene gene|eunice|evelyn eve evie lyn|ezekiel zeke|felicity flick fliss|fiona fi
fee|florence flo flossie|frances fran frankie francesca franny cesca|francis francisco frank fran frankie paco
pancho|franklin frank|frederick fred freddie frederic rick friedrich fritz|gabriel gabrielle gabriella gabe gaby
gabby|geoffrey jeffrey geoff jeff|george georgie jorge georg yuri|georgina georgia georgie gina|gerald gerard gerry
jerry ged|gertrude trudy gertie|gideon gid|gilbert gil bert|gillian jillian gill jill jilly|giovanni gianni
john|giuseppe joseph beppe|graham graeme|grace gracie|gregory greg gregor|gwendolyn gwen|hannah hana|harold harry
hal|harriet hattie harry|harrison harry|hector|helen helena nell ellie lena|henry harry hank hal henri enrique|herbert
herb bert|hilary hil|howard howie|hubert bert hugh|hugh hughie huw|ian iain|ignacio nacho|imogen immy immie|irene
renie|isaac ike zac|isabel isabella isobel isabelle izzy bella bel belle ella|ivan|jacob jake jay|jacqueline jackie
jacqui jac|jaime|james jim jimmy jamie jem jaime|jane janet jenny jan janie|janet jan|janice jan|jason jay jase|jean
jeannie|jeanette jean netty|jennifer jen jenny jenn jenna|jeremiah jerry jem|jeremy jem jez jerry|jerome jerry|jessica
jess jessie|jesse jess|joan joanie|joanna joanne jo joann|john jon jack johnny sean juan ian ivan hans johann
jan|jonathan jon johnny nathan jonny|jonas|jordan jordy|josephine jo josie posy fifi|joseph joe joey jose pepe jozef
josef|joshua josh|joyce joy|juan|judith judy jude judi|julia julie jules|julian jules|juliet juliette jules|justin
just|karen kaz|kenneth ken kenny|kevin kev|kimberly kimberley kim|kristen kristin kris kirsten|laura laurie
lori|lauren laurie|laurence lawrence larry laurie loz lars|leonard leo len lenny|leopold leo|leroy roy|leslie lesley
les|lillian lily lil lilian|linda lyn lindy|lindsay lindsey lin|louis lewis lou louie luis ludwig|louise louisa lou
lulu|lucas luke luca|lucille lucy|lucinda lucy cindy|lydia liddy|lynette lyn|mackenzie mac kenzie|madeleine madeline
maddie mads|magdalena lena magda maddy|malcolm mal|marcus mark marc marek|margaret margarita maggie meg peggy marge
margie rita greta daisy mags madge margot peg gosia malgorzata|maria marie mary mia marianne maria|marilyn mari|martha
marty|martin marty|martina tina|mary molly polly mae may|matilda tilly tilda mattie|matthew matt matty mateo matthias
mateusz|maureen mo|maurice mo|maximilian maxwell maxine max|megan meg|melanie mel|melissa mel lissa missy|melvin
mel|mercedes mercy|meredith merry|michael mike mick micky mickey mikey miguel michal mihail misha|michelle shelly
chelle mich|mildred millie|miranda mandy randy|miriam mim mimi|mitchell mitch|mohammed muhammad mohamed mohammad
mo|monica mon|montgomery monty|morgan mo|moses mo|muriel mu|nadia nadya|natalie natalia nat nattie tasha
natasha|natasha tash tasha nat|nathan nathaniel nate nat nath|nicholas nicolas nick nicky nico klaus mikolaj|nicole
nicola nicky nic nikki nico nicolette|nigel nige|nora norah|norman norm|oliver ollie olly noll|olivia liv livvy
ollie|oscar oz|oswald oz ozzie|pamela pam|patricia pat patty trish tricia patsy patti|patrick pat paddy rick
padraig|paul pablo pauly pavel|paula paulina polly|pauline paula|penelope penny pen nell|peter pete piotr pedro
petra|philip phillip phil pip felipe|philippa pip pippa|phyllis phyl|priscilla cilla pris|prudence prue|rachel rachael
rach rae|ralph|randall randolph randy|raymond ray|rebecca rebekah becky becca beck bex|reginald reg reggie|rhiannon
rhi|richard rick dick rich ricky richie ricardo dickie|robert rob bob bobby robbie robin bert rab roberto|roberta
bobbie|roderick rod roddy rick|rodney rod|roger rodge|roland rollo roly|ronald ron ronnie|rosalind ros roz|rosemary
rose rosie romy ro|rosa rosalia rosie rose|roxanne roxy|rowena ro|rudolph rudy|rupert|russell russ rusty|ruth
ruthie|samantha sam sammy|samuel sam sammy samson|sandra sandy|sara sarah sally sadie sal|scott scotty|sebastian seb
bas bastian|selina lina|shannon shan|sharon shaz shari|sheila|shirley shirl|sidney sydney sid syd|siobhan shiv|simon
si|simone sim|solomon sol|sophia sophie sofia soph zofia zosia|spencer spence|stanley stan|stephanie steph stevie
stef|stephen steven stefan steve stevie ste stephan esteban|stuart stewart stu|susan suzanne susannah sue susie suzy
suki sukie zuzanna|sylvia sylvie syl|tabitha tabby|tamara tam tammy|tamsin tam tamzin|tanya tania|terence terrence
terry tel|teresa theresa therese terry tess tessa tracy|thaddeus tad thad|thelma|theodore theodora theo ted teddy dora
teodoro|thomas tom tommy tomas tomasz|timothy tim timmy|tobias toby tobes|tracey tracy trace|trevor trev|ursula
uschi|valentina val tina|valerie val|vanessa nessa nessie|vera|vernon vern|veronica ronnie vera nica|victor vic
viktor|victoria vicky vicki tori vic vikki|vincent vince vinny vin|violet vi|virginia ginny ginger|vivian vivien
viv|walter wally walt wat|wanda|warren|wendy|wilfred wilf|wilhelmina mina billie willa|william will bill billy willy
liam wills guillermo wilhelm willem|winifred win winnie freda|winston win|xavier xavi zavier|yvonne von|yvette
evie|zachary zachariah zach zack zac|zoe zo|gintaras|olufunmilayo funmi|oluwaseun seun|oluwatobi tobi
tobiloba|babatunde tunde|olatunde tunde|ayodele ayo dele|chukwuemeka emeka|chinonso nonso|ngozichukwu ngozi|venkatesh
venkat|krishnamurthy krishna|lakshmi laxmi|siddharth sid|abhishek abhi|aniket ani|rajesh raj|rajendra raj|sanjay
sanj|priyanka priya|jyoti jo|xiaoming ming|dmitri dmitry dima mitya|mikhail misha|sergei sergey seryozha|aleksei
alexei alyosha lyosha|yekaterina ekaterina katya|anastasia nastya stacy ana|tatiana tatyana tanya|vladimir vlad
volodya|volodymyr vova|guadalupe lupe|dolores lola|concepcion concha|rosario charo|enrique quique|francesco franco
checco|lorenzo renzo|salvatore sal toto|dimitrios dimitri jimmy|konstantinos kostas dinos|georgios george yorgos
giorgos|ioannis yannis john|nikolaos nikos nick|wojciech wojtek|grzegorz greg|agnieszka aga|malgorzata gosia|joanna
asia|aleksandra ola|krzysztof chris krzys|zbigniew zbyszek|stanislaw stan staszek
"""
_ALSO_WORDS = """
will mark grace hope rose rob bill jack sue pat dale frank drew chase grant dean heath miles max art gene robin iris
ivy ruby amber dawn faith joy june may april august penny holly lily daisy olive violet hazel jasmine ginger sandy
misty summer autumn victor guy earl duke ray rich nick chuck wade clay cliff glen lance pierce reed rusty skip buck
josh ken don ted tad peg dot carol eve angel christian gale gay harry jay jimmy kit lane laurel mason carter cooper
hunter parker taylor tanner porter tyler rod rick dick bob bobby jo jean jenny molly polly patty kitty nan dolly abbey
basil bud chad chip colin crystal dallas damon destiny devon dewey dixie drake ernest fern flora forrest gail heather
honey jade jewel jordan justice kay kelly mercy merry mike mitch nelly opal paris pearl phoenix poppy precious presley
prudence river roman rowan sage scarlet sky skye sterling stone storm terry tiffany trinity van vale vic wally ward
wren zed felicity florence bea norm lee ali eva ann
"""


@cache
def _together() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for group in _FORMS.replace("\n", " ").split("|"):
        names = group.split()
        for name in names:
            table.setdefault(name, set()).update(names)
    return {name: frozenset(forms) for name, forms in table.items()}


@cache
def also_words() -> frozenset[str]:
    """Given names that a dictionary has as words: Will, Grace, Rob."""
    return frozenset(_ALSO_WORDS.split())


def given(name: str) -> bool:
    """Whether `name` (lower case, without accents) is a given name that the table knows."""
    return name in _together() or name in also_words()


def same(one: str, other: str) -> bool:
    """Whether both may be one person's given name (lower case, without accents): equal, a short or fond form, a
    beginning ("Alex", "Alexander"), or forms of a common third ("Liz", "Beth")."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if long.startswith(short):
        return True
    forms = _together()
    mine, theirs = forms.get(one, frozenset()), forms.get(other, frozenset())
    return other in mine or bool(mine & theirs)
